// Linking and instantiation with module objects written by hand, as docs/abi.md describes them.
import { expect, test } from 'vitest';
import {
  canonTypes, func, funcKind, global, globalKind, instantiate, LinkError, memory, sharedMemory, memoryGrow, memoryInit, memoryKind, R, RuntimeError, table, tableKind, tag, tagKind, toTrap, fromHost,
  type CompiledModule, type ExportFactory, type Func, type GlobalRec, type ImportFactory, type MemoryRec, type Rec, type TableRec,
} from 'dewasm/runtime';

const kinds = { 0: funcKind, 1: tableKind, 2: memoryKind, 3: globalKind, 4: tagKind };
/** Glue for (i)i, and good enough for other types in tests that do not call. */
const exportGlue = ((raw: (a: number) => number) => (a: number) => {
  try {
    return raw(a | 0);
  } catch (e) {
    throw toTrap(e);
  }
}) as unknown as ExportFactory;
const importGlue = ((host: (a: number) => unknown) => (a: number) => {
  let r;
  try {
    r = host(a);
  } catch (e) {
    throw fromHost(e);
  }
  return (r as number) | 0;
}) as unknown as ImportFactory;

type Any = Record<string, any>;
function moduleOf(part: Partial<CompiledModule>): CompiledModule {
  return {
    abi: 1, hash: '', types: ['(i)i', '(I)'], imports: [], exports: [], kinds, glue: { 0: [exportGlue, importGlue], 1: [exportGlue, importGlue] },
    create: (links: Rec[]) => links, ...part,
  } as CompiledModule;
}
/** Imports what it is given as `m.x` and exports it again. */
const passing = (kind: number, desc: unknown, types: (string | string[])[] = ['(i)i', '(I)']): CompiledModule => moduleOf({ types, imports: [['m', 'x', kind, desc as never]], exports: [['x', kind, desc as never]] });
const pass = (kind: number, desc: unknown, value: unknown, types?: (string | string[])[]): Any => instantiate(passing(kind, desc, types), { m: { x: value } });

/** Objects of the JS API, made by exporting records. */
const made = instantiate(moduleOf({
  types: ['(i)i', '(I)', '-:()', '-<2>:()'],
  exports: [['f', 0, 0], ['long', 0, 1], ['memory', 2, { min: 1 }], ['small', 2, { min: 1 }], ['shared', 2, { min: 1 }], ['table', 1, { e: '?f', min: 2 }], ['i', 3, { t: 'i' }], ['mi', 3, { t: 'i' }], ['sub', 3, { t: 'i' }], ['tag', 4, 0], ['typed', 0, 3], ['fnull', 3, { t: '?F' }]],
  create: (_links, T) => [
    func(((a: number) => a + 1 | 0) as never, T[0], 0, exportGlue), func((() => undefined) as never, T[1], 1, exportGlue),
    memory(1, undefined, 0), memory(1, 2, 0), sharedMemory(1, 2, 0), table(2, undefined, 0, '?f', T, null),
    global('i', T, false, 7), global('i', T, true, 8), global('?<3>', T, false, null), tag(T[0]), func((() => 0) as never, T[3], 5, exportGlue), global('?F', T, false, null),
  ],
})) as Any;

test('the exports object', () => {
  const ex = instantiate(moduleOf({ exports: [['__proto__', 0, 0], ['constructor', 0, 0], ['', 0, 0], ['line\nbreak', 0, 0]], create: (_l, T) => { const f = func(((a: number) => a * 2) as never, T[0], 12, exportGlue); return [f, f, f, f]; } })) as Any;
  expect(Object.getPrototypeOf(ex)).toBe(null);
  expect(Object.isFrozen(ex)).toBe(true);
  expect(Object.keys(ex)).toEqual(['__proto__', 'constructor', '', 'line\nbreak']);
  expect(new Set(Object.values(ex)).size).toBe(1);
  expect(ex[''].name).toBe('12');
  expect(ex[''].length).toBe(1);
  expect(ex[''](4)).toBe(8);
});

test('an exported function links as itself, a host function through glue', () => {
  expect(pass(0, 0, made.f).x).toBe(made.f);
  const host = (a: unknown): number => (a as number) * 3;
  const wrapped = pass(0, 0, host).x;
  expect(wrapped).not.toBe(host);
  expect(wrapped(5)).toBe(15);
  expect(pass(0, 0, wrapped).x).toBe(wrapped);
  expect(pass(2, { min: 1 }, made.memory).x).toBe(made.memory);
  expect(pass(1, { e: '?f', min: 1 }, made.table).x).toBe(made.table);
  expect(pass(3, { t: 'i' }, made.i).x).toBe(made.i);
  expect(pass(4, 0, made.tag).x).toBe(made.tag);
  expect(pass(0, 2, made.typed, ['(i)i', '(I)', '-:()']).x).toBe(made.typed);
});

test('no or bad import objects are TypeErrors', () => {
  for (const imports of [undefined, null, 5]) expect(() => instantiate(passing(0, 0), imports)).toThrow(TypeError);
  for (const imports of [{}, { m: null }, { m: 'x' }, { n: {} }]) expect(() => instantiate(passing(0, 0), imports)).toThrow(TypeError);
  expect(() => instantiate(passing(0, 0), {})).toThrow('import m.x: "m" must be an object, got undefined');
  instantiate(passing(0, 0), { m: Object.assign(() => 0, { x: () => 0 }) });
  expect(Object.keys(instantiate(moduleOf({})))).toEqual([]);
});

test('the wrong kind is a LinkError', () => {
  const descs: [number, unknown][] = [[0, 0], [1, { e: '?f', min: 0 }], [2, { min: 0 }], [3, { t: 'i' }], [4, 0]];
  const values: [unknown, number[]][] = [[undefined, []], [null, []], [{}, []], ['5', []], [5n, []], [Symbol(), []], [5, [3]], [() => 0, [0]], [made.f, [0]], [made.table, [1]], [made.memory, [2]], [made.i, [3]], [made.tag, [4]], [Object.create(made.memory), []], [new Proxy(made.memory, {}), []]];
  for (const [kind, desc] of descs) {
    for (const [value, fits] of values) {
      if (fits.includes(kind)) pass(kind, desc, value);
      else expect(() => pass(kind, desc, value), `kind ${kind}, ${String(typeof value)}`).toThrow(LinkError);
    }
  }
  expect(() => pass(0, 0, 5)).toThrow('import m.x must be a function, got number');
  expect(() => pass(3, { t: 'I' }, 5)).toThrow('import m.x must be a WebAssembly.Global or a BigInt, got number');
  expect(() => pass(3, { t: 'V' }, 5n)).toThrow(LinkError);
});

test('types have to match', () => {
  const bad = (kind: number, desc: unknown, value: unknown, message: string, types?: string[]): void => {
    expect(() => pass(kind, desc, value, types)).toThrow(LinkError);
    expect(() => pass(kind, desc, value, types)).toThrow(message);
  };
  bad(0, 1, made.f, 'import m.x: expected a function of type (i64) -> (), got (i32) -> i32');
  bad(0, 2, made.typed, 'expected a function', ['(i)i', '(I)', '-:(f)']);
  bad(4, 1, made.tag, 'expected a tag of type (i64) -> (), got (i32) -> i32');
  bad(3, { t: 'I' }, made.i, 'expected a global of type i64, got i32');
  bad(3, { t: 'i', mut: true }, made.i, 'expected a global of type (mut i32), got i32');
  bad(3, { t: 'i' }, made.mi, 'expected a global of type i32, got (mut i32)');
  bad(3, { t: 'i', mut: true }, 5, '(mut i32)');
  bad(2, { min: 2 }, made.memory, 'expected at least 2 pages, got 1');
  bad(2, { min: 1, max: 5 }, made.memory, 'expected a maximum of at most 5 pages, got no maximum');
  bad(2, { min: 1, max: 1 }, made.small, 'expected a maximum of at most 1 pages, got 2');
  bad(2, { min: 1, i64: true }, made.memory, 'address width');
  bad(2, { min: 1, max: 2, shared: true }, made.small, 'expected a memory that is shared, got an unshared one');
  bad(2, { min: 1, max: 2 }, made.shared, 'expected a memory that is unshared, got a shared one');
  bad(2, { min: 1, page: 0 }, made.memory, 'pages of 1 bytes');
  bad(1, { e: '?x', min: 1 }, made.table, 'expected a table of externref, got funcref');
  bad(1, { e: '&f', min: 1 }, made.table, 'expected a table of (ref func), got funcref');
  bad(1, { e: '?f', min: 3 }, made.table, 'expected at least 3 entries, got 2');
  pass(2, { min: 1, max: 3 }, made.small);
  pass(2, { min: 1, max: 2, shared: true }, made.shared);
});

test('an immutable global may be of a subtype', () => {
  const types = ['(i)i', '(I)', '-:()', '-<2>:()'];
  for (const t of ['?<3>', '?<2>', '?f']) pass(3, { t }, made.sub, types);
  expect(() => pass(3, { t: '&f' }, made.sub, types)).toThrow(LinkError);
  expect(() => pass(3, { t: '?<0>' }, made.sub, types)).toThrow(LinkError);
  for (const t of ['?<0>', '?f', '?F']) pass(3, { t }, made.fnull, types);
});

test('host values as globals', () => {
  expect(pass(3, { t: 'i' }, 4294967297.5).x.value).toBe(1);
  expect(pass(3, { t: 'f' }, 0.1).x.value).toBe(Math.fround(0.1));
  expect(pass(3, { t: 'F' }, 0.1).x.value).toBe(0.1);
  expect(pass(3, { t: 'I' }, -5n).x.value).toBe(-5n);
  const o = {};
  expect(pass(3, { t: '?x' }, o).x.value).toBe(o);
  expect(pass(3, { t: '?x' }, undefined).x.value).toBe(undefined);
  expect(pass(3, { t: '?f' }, made.f).x.value).toBe(made.f);
  expect(pass(3, { t: '?f' }, null).x.value).toBe(null);
  expect(pass(3, { t: '?j' }, 5).x.value).toBe(5);
  for (const [t, v] of [['?f', () => 0], ['?f', undefined], ['&x', null], ['&f', null], ['?j', 1.5], ['?j', 2 ** 30], ['?j', -0], ['?s', {}], ['?X', 1], ['?F', made.f], ['?n', 0], ['?<1>', made.f]]) {
    expect(() => pass(3, { t }, v), `${String(t)}`).toThrow(LinkError);
  }
  pass(3, { t: '?<0>' }, made.f);
});

test('imports are read in order, all of them before types are checked', () => {
  const read: string[] = [];
  const module = moduleOf({ imports: [['b', 'x', 0, 1], ['a', 'y', 0, 0], ['b', 'z', 3, { t: 'i' }]] });
  const imports = {
    get a() { read.push('a'); return { get y() { read.push('a.y'); return () => 0; } }; },
    get b() { read.push('b'); return { get x() { read.push('b.x'); return made.f; }, get z() { read.push('b.z'); return 1; } }; },
  };
  expect(() => instantiate(module, imports)).toThrow('import b.x: expected a function of type');
  expect(read).toEqual(['b', 'b.x', 'a', 'a.y', 'b', 'b.z']);
});

test('what was written before a trap stays written, and it is a RuntimeError', () => {
  const start = (d: DataView): number => d.getInt32(65536, true);
  for (const [fail, message] of [[(m: MemoryRec) => memoryInit(m, new Uint8Array(2), 65535, 0, 2), 'memory access out of bounds'], [(m: MemoryRec) => start(m.d), 'memory access out of bounds']] as const) {
    const module = moduleOf({
      imports: [['m', 'x', 2, { min: 1 }]],
      create(links) {
        const m = links[0] as MemoryRec;
        memoryInit(m, new Uint8Array([1, 2, 3]), 10, 0, 3);
        fail(m);
        return [];
      },
    });
    const target = made.memory;
    new Uint8Array(target.buffer).fill(0);
    expect(() => instantiate(module, { m: { x: target } })).toThrow(RuntimeError);
    expect(() => instantiate(module, { m: { x: target } })).toThrow(message);
    expect([...new Uint8Array(target.buffer, 10, 3)]).toEqual([1, 2, 3]);
  }
});

test('errors of host functions reach the caller as they are', () => {
  const thrown = new RangeError('Offset is outside the bounds of the DataView');
  const { x } = pass(0, 0, () => { throw thrown; });
  let caught;
  try {
    x(1);
  } catch (e) {
    caught = e;
  }
  expect(caught).toBe(thrown);
});

test('a memory that JS has looked at is detached when wasm grows it', () => {
  let rec: MemoryRec | undefined;
  const ex = instantiate(moduleOf({ exports: [['memory', 2, { min: 1 }]], create: () => [(rec = memory(1, undefined, 0))] })) as Any;
  const { buffer } = ex.memory;
  expect(ex.memory.buffer).toBe(buffer);
  memoryGrow(rec!, 1);
  expect([buffer.byteLength, ex.memory.buffer.byteLength]).toEqual([0, 131072]);
});

test('records behind objects are shared between instances', () => {
  let g: GlobalRec | undefined, t: TableRec | undefined, f: Func | undefined;
  instantiate(moduleOf({ imports: [['m', 'g', 3, { t: 'i', mut: true }], ['m', 't', 1, { e: '?f', min: 2 }], ['m', 'f', 0, 0]], create: (links) => { [g, t, f] = links as unknown as [GlobalRec, TableRec, Func]; return []; } }), { m: { g: made.mi, t: made.table, f: made.f } });
  g!.v = 99;
  expect(made.mi.value).toBe(99);
  t!.a[1] = f!;
  expect(made.table.get(1)).toBe(made.f);
  expect(f!.t).toBe(canonTypes(['(i)i'])[0]);
  expect(R.length).toBeGreaterThan(4000);
});
