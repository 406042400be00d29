// Where V8 14.6 (node 26) and we do not do the same, by check and place in its result, and why. Most are places where V8 departs from the
// JavaScript API or WebIDL.

const IDL = 'WebIDL, which V8 does not follow here';
const SOONER = 'the API throws at the first import that does not fit; V8 has read all of them by then';
const MORE = 'from the type reflection proposal, which V8 has behind a flag';
const MINIMUM = 'descriptors with `minimum`, from the same proposal: it is read and counts as `initial`';
const HOST = 'JavaScript cannot keep a buffer of its own from being detached (SEMANTICS.md)';

export const DEVIATIONS: Record<string, readonly (readonly [place: string, why: string])[]> = {
  interfaces: [
    ['the namespace.0.JSTag', 'an attribute of a namespace is an accessor; V8 has a data property'],
    ...['Memory', 'Table', 'Global', 'Tag'].flatMap((name) => [[`interface prototype objects.${name}.0.type`, MORE], [`brands.${name}.type call`, MORE]] as const),
    ...[0, 1, 2, 3, 4].map((k) => [`subclasses.${k}.2`, IDL] as const),
    ['subclasses.5.0', IDL], ['subclasses.6.0', IDL],
  ],
  modules: [
    ...['0.3', '1.3', '2.3'].map((place) => [`kinds of buffers.${place}`, 'a DataView is a BufferSource'] as const),
    ...['0.9', '1.9', '2.9'].map((place) => [`kinds of buffers.${place}`, 'a shared buffer is none, nor is a view of one'] as const),
    ['validate.48', IDL], ['custom sections.5', 'undefined is a name like any other'],
    ['reading imports, in order.1', SOONER], ['odd import objects.2', SOONER], ['instantiate.9', SOONER],
    ['start functions.0', 'the start function runs in a task of its own'],
    ['streams.10', 'the type is compared without regard to case'], ['streams.11', 'the same'],
  ],
  memory: [
    ['descriptors.0.12', '-0.9 is 0 for [EnforceRange]'], ['descriptors.1.12', 'the same'], ['descriptors.7', MINIMUM], ['descriptors.8', MINIMUM],
    ...[6, 7, 8, 9, 10, 11].map((k) => [`order of conversions.${k}`, MINIMUM] as const),
    ['the buffer', HOST], ['clones that take the buffer away', HOST], ['type', MORE],
  ],
  table: [
    ...[1, 8, 9, 10].flatMap((k) => [[`descriptors.0.${k}`, MORE], [`initial values.${k}`, MORE], [`setting.${k}`, MORE], [`without a value.${k}`, MORE]] as const),
    ['descriptors.7', MINIMUM], ['descriptors.8', MINIMUM], ...[8, 9, 10, 11, 12].map((k) => [`order of conversions.${k}`, MINIMUM] as const),
    ...['indices.0.12', 'indices.1.12', 'indices.2.9'].map((place) => [place, '-0.5 is 0 for [EnforceRange]'] as const),
  ],
  global: [
    ['types and values.7', MORE], ['types and values.13', MORE], ['setting.7', MORE], ['setting.13', MORE],
    ['setting.14', 'there are no globals of type exnref for JavaScript'], ['of modules.1', 'a global has one object'],
  ],
  tags: [
    ['tags.0', IDL], ['tags.1.0', IDL], ['tags.3.9', IDL], ['tags.5', IDL], ['tags.8', 'v128, exnref and anyref are types'], ['tags.11', IDL], ['exceptions.25', IDL],
    ['order of conversions', 'dictionaries are converted before the values of the payload'],
    ['through wasm.66', 'stack overflow of a host function is an exception like any other'],
  ],
  functions: [['traps.9.3.message', 'the same, in other words']],
  builtins: [
    ...[3, 4, 9, 10, 11, 13, 19, 20].map((k) => [`options.${k}`, 'dictionaries and sequences as in WebIDL'] as const),
    ['options.7', 'a set of builtins may be named once'], ['order', 'dictionaries are read with Get alone'],
  ],
};
