import { validateFunction } from './function.js';
import { validateModule } from './module.js';
/** Accepts a valid module (spec 3.5) and throws `CompileError` for any other. */
export function validate(m, features) {
    const ctx = validateModule(m, features);
    for (let f = m.importedFuncs; f < m.funcs.length; f++)
        validateFunction(m, f, null);
    return ctx;
}
