#!/usr/bin/env bash
# Builds every kernel's .wasm beside its source. Needs a clang with the wasm32
# target and its linker (Debian: clang-22 lld-22); CLANG names another one.
# The modules are committed, so this runs only when a source changes.
set -euo pipefail
cd "$(dirname "$0")"
clang=${CLANG:-clang-22}
for source in ${@:-*.c}; do
  "$clang" -O2 --target=wasm32 -std=c11 -nostdlib -Wall -Wextra -Werror \
    -Wl,--no-entry -Wl,--strip-debug -o "${source%.c}.wasm" "$source"
done
