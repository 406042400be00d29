// Glue often compiles the same bytes again for every instance: factories made by Emscripten, packages with their module inlined
// as text. Engines find the code they made before; here compiling costs far more than instantiating, so the modules compiled
// last are kept with their bytes. What is kept is bounded, as nothing tells when glue is done with a module.
/** `compile`, which answers with the same module where the same bytes were compiled lately. */
export function rememberCompiled(compile, kept = { modules: 4, bytes: 16 << 20 }) {
    /** Least recently used first. */
    let entries = [];
    return (bytes) => {
        const found = entries.find((entry) => sameBytes(entry.bytes, bytes)) ?? { bytes, module: compile(bytes) };
        entries = [...entries.filter((entry) => entry !== found), found];
        let size = entries.reduce((sum, entry) => sum + entry.bytes.length, 0);
        while (entries.length > kept.modules || size > kept.bytes)
            size -= entries.shift().bytes.length;
        return found.module;
    };
}
function sameBytes(a, b) {
    if (a.length !== b.length)
        return false;
    for (let i = 0; i < a.length; i++)
        if (a[i] !== b[i])
            return false;
    return true;
}
