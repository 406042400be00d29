// Chooses the parts of the runtime that go into self-contained output.
import { parts } from './runtime-parts.js';
/** Declarations of `helpers` and of all they need. Minified, the names that nobody else uses are short ones. */
export function runtimeText(helpers, minify) {
    const needed = new Set();
    const work = [...helpers];
    for (let name = work.pop(); name !== undefined; name = work.pop()) {
        if (needed.has(name))
            continue;
        if (!Object.hasOwn(parts, name))
            throw new Error(`the runtime has no ${name}`);
        needed.add(name);
        work.push(...parts[name].deps);
    }
    const chosen = Object.keys(parts).filter((name) => needed.has(name));
    if (!minify)
        return chosen.map((name) => `${parts[name].code}\n`).join('');
    const short = new Map();
    for (const name of chosen)
        if (!helpers.has(name))
            short.set(name, shortName(short.size));
    return chosen.map((name) => `${parts[name].minified.replace(/\0(.*?)\0/g, (_, each) => short.get(each) ?? each)}\n`).join('');
}
/** Nothing else in output ends with a `$`. */
function shortName(index) {
    const letter = String.fromCharCode(97 + (index % 26));
    return index < 26 ? `${letter}$` : `${letter}${Math.floor(index / 26)}$`;
}
