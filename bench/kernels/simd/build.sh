#!/usr/bin/env bash
# Builds NAME.simd.wasm and NAME.scalar.wasm of every kernel: the same source with and without the vector
# instructions. Needs a clang with the wasm32 target and its linker; CLANG names another one. The modules are
# committed, so this runs only when a source changes.
set -euo pipefail
cd "$(dirname "$0")"
clang=${CLANG:-clang}
for source in ${@:-*.c}; do
  for kind in simd scalar; do
    flag=; [ $kind = simd ] && flag=-msimd128
    "$clang" -O3 $flag --target=wasm32 -std=c11 -ffreestanding -nostdlib -Wall -Wextra -Werror \
      -Wl,--no-entry -Wl,--strip-debug -o "${source%.c}.$kind.wasm" "$source"
  done
done
