// The function section: the type index of every function whose body the code section holds.
import { LIMITS } from '../spec/limits.js';
export function decodeFunctionSection(r, m) {
    const n = r.count(LIMITS.functions, 'functions');
    for (let i = 0; i < n; i++)
        m.funcs.push({ type: r.u32(), import: undefined, body: undefined });
}
