// Chooses the parts of the runtime that go into self-contained output.
import { parts } from './runtime-parts.js';

/** Declarations of `helpers` and of all they need. */
export function runtimeText(helpers: Iterable<string>, minify: boolean): string {
  const needed = new Set<string>();
  const work = [...helpers];
  for (let name = work.pop(); name !== undefined; name = work.pop()) {
    if (needed.has(name)) continue;
    if (!Object.hasOwn(parts, name)) throw new Error(`the runtime has no ${name}`);
    needed.add(name);
    work.push(...parts[name].deps);
  }
  return Object.keys(parts).filter((name) => needed.has(name)).map((name) => `${minify ? parts[name].minified : parts[name].code}\n`).join('');
}
