// Glue often compiles the same bytes again for every instance: factories made by Emscripten, packages with their module inlined
// as text. Engines find the code they made before; here compiling costs far more than instantiating. So a module is found
// again by its bytes as long as anything uses it, and the few compiled last, if they are not too large, even when glue has
// dropped everything of them.

export interface Kept {
  readonly modules: number;
  /** Of wasm, together. */
  readonly bytes: number;
}

/**
 * `compile`, which answers with the same module where the same bytes were compiled before and their module is still there:
 * in use, or among those that are `kept`.
 */
export function rememberCompiled<M extends object>(compile: (bytes: Uint8Array) => M, kept: Kept = { modules: 4, bytes: 16 << 20 }): (bytes: Uint8Array) => M {
  const bytesOf = new WeakMap<M, Uint8Array>();
  let known: WeakRef<M>[] = [];
  /** Least recently used first. */
  let recent: M[] = [];
  const find = (bytes: Uint8Array): M | undefined => {
    known = known.filter((each) => each.deref() !== undefined);
    return known.map((each) => each.deref()!).find((module) => sameBytes(bytesOf.get(module)!, bytes));
  };
  return (bytes) => {
    let module = find(bytes);
    if (module === undefined) {
      module = compile(bytes);
      bytesOf.set(module, bytes);
      known.push(new WeakRef(module));
    }
    recent = [...recent.filter((each) => each !== module), module];
    let size = recent.reduce((sum, each) => sum + bytesOf.get(each)!.length, 0);
    while (recent.length > kept.modules || size > kept.bytes) size -= bytesOf.get(recent.shift()!)!.length;
    return module;
  };
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
