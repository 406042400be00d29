// Small modules as bytes, together with what a compiler makes of them (docs/abi.md, "A module"), registered so that our
// namespace finds them by their bytes, as the engine's compiles them.

import {
  fromHost, func, funcKind, global, globalKind, memory, memoryKind, table, tableKind, tag, tagKind, toTrap, unreachable,
} from '../../dist/runtime/index.js';
import { register } from '../../dist/runtime/webassembly/precompiled.js';
import { sha256 } from '../../dist/runtime/webassembly/sha256.js';
import { customSection, section, text, vector, wasm } from './bytes.js';

const kinds = { 0: funcKind, 1: tableKind, 2: memoryKind, 3: globalKind, 4: tagKind };
const glueOfAddOne = (raw: any) => (a: any) => { try { return raw(a | 0); } catch (e) { throw toTrap(e); } };
const hostOfAddOne = (host: any) => (a: number) => { let r; try { r = host(a); } catch (e) { throw fromHost(e); } return r | 0; };
const glueOfVoid = (raw: any) => () => { try { raw(); } catch (e) { throw toTrap(e); } };
const hostOfVoid = (host: any) => () => { try { host(); } catch (e) { throw fromHost(e); } };

function fixture(bytes: Uint8Array, module: { types?: any; imports?: any; exports?: any; glue?: any; create(links: any[], types: any[]): any[] }): Uint8Array {
  const built = { abi: 1, hash: sha256(bytes), types: [], imports: [], exports: [], glue: {}, kinds, ...module };
  register(built);
  return bytes;
}

export const empty = fixture(wasm(), { create: () => [] });

export const withSections = fixture(
  wasm(customSection('foo', [1, 2, 3]), customSection('', []), customSection('foo', [4]), customSection('na\uFFFDme', [5]), customSection('\u{1F600}', [6])),
  { create: () => [] },
);

const typeSection = section(1, vector([[0x60, 1, 0x7f, 1, 0x7f], [0x60, 0, 0]])); // (i32) -> i32, () -> ()

/** Exports one of each kind, the function twice, under awkward names. */
export const exporting = fixture(
  wasm(
    typeSection,
    section(3, vector([[1], [0], [1]])),
    section(4, vector([[0x70, 1, 2, 9]])), // funcref 2..9
    section(5, vector([[1, 1, 3]])), // 1..3
    section(13, vector([[0, 1]])), // tag () -> ()
    section(6, vector([[0x7f, 1, 0x41, 7, 0x0b], [0x7e, 0, 0x42, 0x7f, 0x0b]])), // (mut i32) 7, i64 -1
    section(7, vector([
      [...text('f'), 0, 1], [...text('again'), 0, 1], [...text('t'), 1, 0], [...text('m'), 2, 0], [...text('g'), 3, 0],
      [...text('big'), 3, 1], [...text('e'), 4, 0], [...text('__proto__'), 0, 2], [...text(''), 0, 0],
    ])),
    section(9, vector([[0, 0x41, 0, 0x0b, 1, 1]])), // t[0] = f
    section(10, vector([[3, 0, 0, 0x0b], [7, 0, 0x20, 0, 0x41, 1, 0x6a, 0x0b], [3, 0, 0, 0x0b]])),
  ),
  {
    types: ['(i)i', '()'],
    exports: [['f', 0, 0], ['again', 0, 0], ['t', 1, { e: '?f', min: 2, max: 9 }], ['m', 2, { min: 1, max: 3 }], ['g', 3, { t: 'i', mut: true }],
      ['big', 3, { t: 'I' }], ['e', 4, 1], ['__proto__', 0, 1], ['', 0, 1]],
    glue: { 0: [glueOfAddOne, 0], 1: [glueOfVoid, 0] },
    create(_links, T) {
      const trapping = func((() => unreachable()) as any, T[1], 0, glueOfVoid as any);
      const f = func(((a: number) => (a + 1) | 0) as any, T[0], 1, glueOfAddOne as any);
      const other = func((() => unreachable()) as any, T[1], 2, glueOfVoid as any);
      const t = table(2, 9, 0, '?f', T, null);
      t.a[0] = f;
      return [f, f, t, memory(1, 3, 0), global('i', T, true, 7), global('I', T, false, -1, -1), tag(T[1]), other, trapping];
    },
  },
);

/** Imports one of each kind and exports what it got. */
export const reexporting = fixture(
  wasm(
    typeSection,
    section(2, vector([
      [...text('a'), ...text('f'), 0, 0], [...text('a'), ...text('t'), 1, 0x70, 0, 1], [...text('b'), ...text('m'), 2, 0, 1],
      [...text('b'), ...text('g'), 3, 0x7f, 0], [...text('b'), ...text('big'), 3, 0x7e, 0], [...text('b'), ...text('e'), 4, 0, 1],
    ])),
    section(7, vector([[...text('f'), 0, 0], [...text('t'), 1, 0], [...text('m'), 2, 0], [...text('g'), 3, 0], [...text('big'), 3, 1], [...text('e'), 4, 0]])),
  ),
  {
    types: ['(i)i', '()'],
    imports: [['a', 'f', 0, 0], ['a', 't', 1, { e: '?f', min: 1 }], ['b', 'm', 2, { min: 1 }], ['b', 'g', 3, { t: 'i' }], ['b', 'big', 3, { t: 'I' }], ['b', 'e', 4, 1]],
    exports: [['f', 0, 0], ['t', 1, { e: '?f', min: 1 }], ['m', 2, { min: 1 }], ['g', 3, { t: 'i' }], ['big', 3, { t: 'I' }], ['e', 4, 1]],
    glue: { 0: [glueOfAddOne, hostOfAddOne] },
    create: (links) => links,
  },
);

/** Calls an import when it starts. */
export const starting = fixture(
  wasm(typeSection, section(2, vector([[...text('a'), ...text('run'), 0, 1]])), section(8, [0])),
  {
    types: ['(i)i', '()'],
    imports: [['a', 'run', 0, 1]],
    glue: { 1: [0, hostOfVoid] },
    create(links) {
      links[0].f();
      return [];
    },
  },
);

/** `length` and a string constant of the js-string builtins; node 20 does not have them. */
export const strings = fixture(wasm(customSection('strings', [])), {
  types: ['(?x)i', '()'],
  imports: [['wasm:js-string', 'length', 0, 0], ['consts', 'hello', 3, { t: '&x' }], ['env', 'g', 3, { t: 'i' }]],
  exports: [['length', 0, 0], ['hello', 3, { t: '&x' }], ['g', 3, { t: 'i' }]],
  glue: {
    0: [
      (raw: any) => (s: any) => raw(s),
      (host: any) => (s: any) => host(s) | 0,
    ],
  },
  create: (links) => links,
});
