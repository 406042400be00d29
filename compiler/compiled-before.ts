// Glue often compiles the same bytes again for every instance: factories made by Emscripten, packages with their module inlined
// as text. Engines find the code they made before; here compiling costs far more than instantiating, so the modules compiled
// last are kept with their bytes. What is kept is bounded, as nothing tells when glue is done with a module.

export interface Kept {
  readonly modules: number;
  /** Of wasm, together. */
  readonly bytes: number;
}

/** `compile`, which answers with the same module where the same bytes were compiled lately. */
export function rememberCompiled<M>(compile: (bytes: Uint8Array) => M, kept: Kept = { modules: 4, bytes: 16 << 20 }): (bytes: Uint8Array) => M {
  /** Least recently used first. */
  let entries: { readonly bytes: Uint8Array; readonly module: M }[] = [];
  return (bytes) => {
    const found = entries.find((entry) => sameBytes(entry.bytes, bytes)) ?? { bytes, module: compile(bytes) };
    entries = [...entries.filter((entry) => entry !== found), found];
    let size = entries.reduce((sum, entry) => sum + entry.bytes.length, 0);
    while (entries.length > kept.modules || size > kept.bytes) size -= entries.shift()!.bytes.length;
    return found.module;
  };
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
