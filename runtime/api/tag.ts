// WebAssembly.Tag: the JS object over a TagRec, and the tag under which wasm sees exceptions that JS threw.

import { realmValue } from '../registry.js';
import { canonTypes } from '../rtt.js';
import { tag } from '../tag.js';
import type { TagRec } from '../types.js';
import { setBrand, tagBrand, tagRecOf } from './brand.js';
import { toDictionary, toText } from './convert.js';
import { defineInterface, illegalReceiver } from './define-interface.js';
import { nameOfValueType, valueTypeNamed } from './values.js';

export function tagObject(rec: TagRec): object {
  if (rec.o === null) setBrand(Object.create(Tag.prototype) as object, tagBrand, rec);
  return rec.o as object;
}

export const Tag = /*#__PURE__*/ defineInterface('Tag', 1, initializeTag, {
  methods: {
    type(): object {
      const rec = tagRecOf(this);
      if (rec === undefined) throw illegalReceiver('Tag');
      return { parameters: rec.t.params.map(nameOfValueType) };
    },
  },
});

function initializeTag(self: object, args: unknown[]): void {
  const descriptor = toDictionary(args[0], 'WebAssembly.Tag(): Argument 0');
  const parameters = descriptor.parameters;
  if (Object(parameters) !== parameters || typeof (parameters as Iterable<unknown>)[Symbol.iterator] !== 'function') {
    throw new TypeError("WebAssembly.Tag(): Argument 0 must have an iterable property 'parameters'");
  }
  let params = '';
  for (const parameter of parameters as Iterable<unknown>) {
    const type = valueTypeNamed(toText(parameter));
    if (type === undefined) throw new TypeError("WebAssembly.Tag(): Argument 0 has a parameter that is not a value type");
    params += type;
  }
  setBrand(self, tagBrand, newTag(params));
}

function newTag(params: string): TagRec {
  return tag(canonTypes(['(' + params + ')'])[0]);
}

/** "Get the JavaScript exception tag": one for the realm, made on first use. */
export function jsTag(): TagRec {
  return realmValue('JSTag', () => newTag('?x'));
}
