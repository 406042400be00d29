// Modules that break the binary format, each in one place: the message says what and the offset where.
import { describe, expect, it } from 'vitest';
import { CompileError } from '../../dist/compiler/spec/errors.js';
import { inspect } from '../../dist/compiler/inspect.js';
import { decodeModule } from '../../dist/compiler/decode/module.js';
import { customSection, section, text, varuint, wasm } from '../jsapi/bytes.js';

const TYPES = section(1, [1, 0x60, 0, 0]);
const FUNCS = section(3, [1, 0]);
/** A code section with one body: no locals, these instructions. */
const code = (...instructions: number[]): number[] => section(10, [1, ...varuint(instructions.length + 1), 0, ...instructions]);
/** The bodies stay bytes until somebody asks; initialisers are read at once, so instructions are tested in one. */
const init = (...instructions: number[]): Uint8Array => wasm(section(6, [1, 0x7f, 0, ...instructions]));

function errorOf(bytes: Uint8Array): CompileError {
  try {
    decodeModule(bytes);
  } catch (e) {
    expect(e).toBeInstanceOf(CompileError);
    return e as CompileError;
  }
  throw new Error('it was accepted');
}

const cases: Readonly<Record<string, readonly [bytes: Uint8Array, offset: number, message: RegExp][]>> = {
  'sections': [
    [wasm([14, 0]), 8, /malformed section id 14/],
    [wasm([1]), 9, /unexpected end/],
    [wasm([1, 0x80]), 10, /unexpected end/],
    [wasm([1, 5, 0]), 9, /length out of bounds/],
    [wasm([1, 0xff, 0xff, 0xff, 0xff, 0x0f]), 9, /length out of bounds/],
    [wasm([1, 0xff, 0xff, 0xff, 0xff, 0x1f]), 9, /integer too large/],
    [wasm([1, 0x80, 0x80, 0x80, 0x80, 0x80, 0]), 9, /integer representation too long/],
    [wasm(TYPES, TYPES), 14, /unexpected content after last section.*twice/],
    [wasm(FUNCS, TYPES), 12, /unexpected content after last section/],
    [wasm(section(1, [0, 0])), 11, /section size mismatch/],
    [wasm(section(1, [])), 10, /unexpected end of section/],
    [wasm(TYPES, FUNCS), 18, /inconsistent lengths/],
    [wasm(TYPES, code(0x0b)), 16, /inconsistent lengths/],
    [wasm(section(12, [1])), 11, /data count and data section/],
  ],
  'names': [
    [wasm(section(0, [5, 0x61])), 10, /length out of bounds/],
    [wasm(section(0, [1, 0xff])), 11, /malformed UTF-8/],
    [wasm(section(0, [3, 0xed, 0xa0, 0x80])), 11, /malformed UTF-8/],
    [wasm(section(2, [1, 2, 0xc0, 0x80, 0, 0, 0])), 12, /malformed UTF-8/],
  ],
  'types': [
    [wasm(section(1, [1, 0x61])), 11, /malformed definition type/],
    [wasm(section(1, [1, 0x60, 1, 0x41, 0])), 13, /malformed value type/],
    [wasm(section(1, [1, 0x5e, 0x78, 2])), 13, /malformed mutability/],
    [wasm(section(4, [1, 0x7f, 0, 0])), 11, /malformed reference type/],
    [wasm(section(5, [1, 0x10, 0])), 11, /malformed limits flags/],
    [wasm(section(13, [1, 1, 0])), 11, /malformed tag attribute/],
  ],
  'imports and exports': [
    [wasm(section(2, [1, 0, 0, 9])), 13, /malformed import kind/],
    [wasm(section(7, [1, 0, 9, 0])), 12, /malformed export kind/],
  ],
  'segments': [
    [wasm(section(9, [1, 8])), 11, /malformed elements segment kind/],
    [wasm(section(9, [1, 1, 1, 0])), 12, /malformed element kind/],
    [wasm(section(11, [1, 3])), 11, /malformed data segment kind/],
    [wasm(section(11, [1, 1, 9, 0])), 11, /data segment is longer/],
  ],
  'instructions': [
    [init(0xff), 13, /illegal opcode 0xff/],
    [init(0xfc, 0xff, 0x7f), 13, /illegal opcode 0xfc 0x3fff/],
    [init(0x41, 0x80), 15, /unexpected end/],
    [init(0x41, 0xff, 0xff, 0xff, 0xff, 0x0f), 14, /integer too large/],
    [init(0x42, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x02), 14, /integer too large/],
    [init(0x44, 0, 0, 0), 17, /unexpected end/],
    [init(0x41, 0), 15, /unexpected end|END opcode expected/],
    [init(0x02, 0x1f, 0x0b), 14, /unknown type 31|malformed block type/],
  ],
};

describe('malformed', () => {
  for (const [group, list] of Object.entries(cases)) {
    list.forEach(([bytes, offset, message], i) => it(`${group} ${i}: ${message.source}`, () => {
      const e = errorOf(bytes);
      expect(e.reason).toMatch(message);
      expect(e.offset).toBe(offset);
      expect(e.message.startsWith(`0x${offset.toString(16)}: `)).toBe(true);
    }));
  }
});

describe('counts beyond the bytes that are there', () => {
  const HUGE = [0xff, 0xff, 0xff, 0xff, 0x0f];
  for (const id of [1, 2, 3, 4, 5, 6, 7, 9, 11, 13]) {
    it(`section ${id} is refused before anything is allocated`, () => {
      const { offset, reason } = errorOf(wasm(section(id, HUGE)));
      expect({ offset, reason }).toEqual({ offset: 10, reason: expect.stringMatching(/4294967295 .* cannot fit in 0 bytes/) });
    });
  }
  it('in a body', () => {
    expect(errorOf(wasm(TYPES, FUNCS, section(10, [1, ...HUGE]))).reason).toMatch(/a body of 4294967295 bytes/);
    expect(errorOf(wasm(section(1, [1, 0x60, ...HUGE]))).reason).toMatch(/4294967295 parameters cannot fit/);
    expect(errorOf(init(0x0e, ...HUGE)).reason).toMatch(/4294967295 br_table targets cannot fit/);
  });
});

it('instructions that need the number of data segments do not go without', () => {
  const drop = wasm(TYPES, FUNCS, section(5, [1, 0, 1]), code(0xfc, 9, 0, 0x0b), section(11, [1, 1, 0]));
  expect(inspect(drop).error).toMatchObject({ reason: 'data count section required', func: 0, section: 'code' });
});

describe('what is odd but allowed', () => {
  const allowed: Readonly<Record<string, Uint8Array>> = {
    'nothing but a header': wasm(),
    'custom sections everywhere': wasm(customSection('a', []), TYPES, customSection('a', [1, 2]), customSection('', [])),
    'integers longer than needed': wasm([1, 0x85, 0x80, 0x80, 0x80, 0, 0x81, 0, 0x60, 0, 0]),
    'a name section of garbage': wasm(customSection('name', [1, 0xff, 0xff, 0xff])),
    'a view into a larger buffer': new Uint8Array([9, 9, ...wasm(TYPES), 9]).subarray(2, 16),
  };
  for (const [name, bytes] of Object.entries(allowed)) it(name, () => expect(decodeModule(bytes).bytes).toBe(bytes));

  it('a name section that is right up to a point', () => {
    const names = [1, 4, 1, 0, 1, 0x66, 2, 9];
    expect([...decodeModule(wasm(TYPES, FUNCS, code(0x0b), customSection('name', names))).names.funcs]).toEqual([[0, 'f']]);
    expect(text('name').length).toBe(5);
  });
});
