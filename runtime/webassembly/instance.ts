// WebAssembly.Instance: one for the realm, whichever namespace its module came from.

import { brandedRecord, setBrand } from '../api/brand.js';
import { defineInterface, illegalReceiver } from '../api/define-interface.js';
import { instantiateLinked, link } from '../instantiate.js';
import type { Rec } from '../types.js';
import { isProvided, withBuiltins } from './builtins.js';
import { moduleRecOf } from './module.js';
import type { ModuleRec } from './module.js';
import { moduleFor } from './suspendable.js';

interface InstanceRec {
  exports: object;
  o: object | null;
}

const instanceBrand = Symbol.for('dewasm.instance');

export const Instance = defineInterface('Instance', 1, (self, args) => {
  const rec = moduleRecOf(args[0]);
  if (rec === undefined) throw new TypeError('WebAssembly.Instance(): Argument 0 must be a WebAssembly.Module');
  const importObject = toImportObject(args[1], 'WebAssembly.Instance()');
  initializeInstance(self, rec, readImports(rec, importObject, 'WebAssembly.Instance()'));
}, {
  getters: {
    exports(): object {
      const rec = brandedRecord(this, instanceBrand) as InstanceRec | undefined;
      if (rec === undefined) throw illegalReceiver('Instance');
      return rec.exports;
    },
  },
});

/** "Initialize an instance object". */
function initializeInstance(self: object, module: ModuleRec, links: Rec[]): void {
  const rec: InstanceRec = { exports: instantiateLinked(moduleFor(module, links), links), o: null };
  setBrand(self, instanceBrand, rec as { o: object | null });
}

export function makeInstance(module: ModuleRec, links: Rec[]): object {
  const self = Object.create(Instance.prototype) as object;
  initializeInstance(self, module, links);
  return self;
}

/** `optional object importObject`. */
export function toImportObject(value: unknown, where: string): object | undefined {
  if (value === undefined) return undefined;
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) throw new TypeError(where + ': Argument 1 must be an object');
  return value;
}

/** "Read the imports". */
export function readImports(rec: ModuleRec, importObject: object | undefined, where: string): Rec[] {
  if (importObject === undefined && rec.module.imports.some(([from, name]) => !isProvided(from, name, rec.options))) throw new TypeError(where + ': Imports argument must be present and must be an object');
  return link(rec.module, withBuiltins(rec.module, rec.options, importObject));
}
