// The type section (spec 3.2.6 to 3.2.9): references stay within what is declared, supertypes are
// open and matched. First every index is checked, so that canonicalisation may follow them blindly.
import { CompileError } from '../spec/errors.js';
import { LIMITS } from '../spec/limits.js';
import type { CompositeType, Module, SubType } from '../spec/module.js';
import { concrete, type ValType } from '../spec/types.js';
import { checkTypeIndex, requireTypeFeatures } from './context.js';
import type { FeatureUse } from './features.js';
import { isCompositeSubtype, isHeapSubtype } from './subtyping.js';
import type { TypeContext } from './type-context.js';

const placeOf = (t: SubType): { offset: number; section: string } => ({ offset: t.offset, section: 'type' });

/** All type indices in the section refer to types declared before or in the same group, supertypes to earlier ones. */
export function checkTypeIndices(m: Module, features: FeatureUse): void {
  m.types.forEach((t, index) => {
    const end = t.groupStart + t.groupSize;
    const place = placeOf(t);
    for (const s of t.supers) if (s >= index) throw new CompileError(`unknown type ${s}: a supertype must be declared before its subtypes`, place);
    if (t.supers.length > 1) throw new CompileError(`sub type ${index} has more than one super type`, place);
    if (t.groupSize !== 1 || t.inGroup === true || !t.final || t.supers.length > 0) features.require('gc', 'a recursive group or a subtype', place);
    for (const v of typesIn(t.composite)) {
      checkTypeIndex(v, end, place);
      requireTypeFeatures(features, v, place);
    }
    const c = t.composite;
    if (c.kind === 'cont') throw new CompileError('a continuation type needs stack switching, which is not supported', place);
    if (c.kind !== 'func') features.require('gc', `a ${c.kind} type`, place);
    else if (c.results.length > 1) features.require('multi-value', 'a function type with several results', place);
    checkDescriptorIndices(m, index, features);
  });
}

function typesIn(c: CompositeType): ValType[] {
  switch (c.kind) {
    case 'func': return [...c.params, ...c.results];
    case 'struct': return c.fields.map((f) => f.type);
    case 'array': return [c.field.type];
    case 'cont': return [];
  }
}

/** Custom descriptors: the two clauses stay in one group and agree with each other. */
function checkDescriptorIndices(m: Module, index: number, features: FeatureUse): void {
  const t = m.types[index];
  const { describes, descriptor } = t;
  if (describes === undefined && descriptor === undefined) return;
  const place = placeOf(t);
  const fail = (reason: string): never => {
    throw new CompileError(reason, place);
  };
  features.require('custom-descriptors', 'a descriptor type', place);
  const inGroup = (other: number): boolean => other >= t.groupStart && other < t.groupStart + t.groupSize;
  if (describes !== undefined) {
    if (t.composite.kind !== 'struct') fail('descriptor type must be a struct');
    if (!inGroup(describes)) fail('described type is outside rec group');
    if (describes >= index) fail('forward use of described type');
    if (m.types[describes].descriptor !== index) fail('described type is not described by descriptor');
  }
  if (descriptor !== undefined) {
    if (t.composite.kind !== 'struct') fail('described type must be a struct');
    if (!inGroup(descriptor)) fail('descriptor type is outside rec group');
    if (m.types[descriptor].describes !== index) fail('type is not described by its descriptor');
  }
}

/** Spec 3.2.9: each type matches its supertype, which is not final. */
export function checkSupertypes(m: Module, ctx: TypeContext): void {
  const depths = new Uint8Array(m.types.length);
  m.types.forEach((t, index) => {
    if (t.supers.length === 0) return;
    const parent = t.supers[0];
    const above = m.types[parent];
    const place = placeOf(t);
    if (above.final) throw new CompileError(`sub type ${index} has the final super type ${parent}`, place);
    if (!isCompositeSubtype(ctx, t.composite, above.composite)) throw new CompileError(`sub type ${index} does not match super type ${parent}`, place);
    checkDescriptorsMatch(ctx, index, t, parent, above);
    depths[index] = depths[parent] + 1;
    if (depths[index] > LIMITS.subtypeDepth) throw new CompileError(`sub type ${index} is more than ${LIMITS.subtypeDepth} levels deep`, place);
  });
}

/** A descriptor lies below the descriptor of the supertype, and a described type below the supertype's. */
function checkDescriptorsMatch(ctx: TypeContext, index: number, t: SubType, parent: number, above: SubType): void {
  const below = (a: number | undefined, b: number | undefined): boolean =>
    a !== undefined && b !== undefined && isHeapSubtype(ctx, concrete(a), concrete(b));
  if (above.descriptor !== undefined && !below(t.descriptor, above.descriptor)) {
    throw new CompileError(`sub type ${index} does not match super type ${parent}: its descriptor must be below that of type ${parent}`, placeOf(t));
  }
  if ((above.describes !== undefined || t.describes !== undefined) && !below(t.describes, above.describes)) {
    throw new CompileError(`sub type ${index} does not match super type ${parent}: described type ${t.describes ?? '(none)'} does not match`, placeOf(t));
  }
}
