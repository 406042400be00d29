// Instances of built modules.

import { kindOf, link } from './link.js';
import { canonTypes } from './rtt.js';
import { toTrap } from './traps.js';
import type { CompiledModule, Rec, Rtt } from './types.js';

export { link } from './link.js';

export function instantiate(module: CompiledModule, imports?: unknown): object {
  const types = canonTypes(module.types);
  return instantiateLinked(module, link(module, imports, types), types);
}

/** Instantiates with records; the exports object is frozen and has no prototype, so any name is an ordinary property. */
export function instantiateLinked(module: CompiledModule, links: Rec[], types: Rtt[] = canonTypes(module.types)): object {
  let records: Rec[];
  try {
    records = module.create(links, types);
  } catch (e) {
    throw toTrap(e); // of the start function, which is called raw
  }
  const exported = Object.create(null) as { [name: string]: unknown };
  for (let i = 0; i < records.length; i++) exported[module.exports[i][0]] = kindOf(module, module.exports[i][1]).show(records[i]);
  return Object.freeze(exported);
}
