// Modules that are valid only with a feature that is off: the error names the feature and the flag.
import { compile } from 'dewasm';
import { expect, test } from 'vitest';
import { section, varuint, vector, wasm } from '../jsapi/bytes.js';

const UNARY = [0x60, 1, 0x7f, 1, 0x7f];
const body = (...code: number[]): Uint8Array => wasm(
  section(1, vector([UNARY])), section(3, vector([[0]])), section(4, vector([[0x70, 0, 1]])), section(5, vector([[0, 1]])),
  section(10, vector([[...varuint(code.length + 2), 0, ...code, 0x0b]])),
);
const types = (...list: number[][]): Uint8Array => wasm(section(1, vector(list)));

const CASES: Record<string, Uint8Array> = {
  'sign-extension': body(0x20, 0, 0xc0), 'saturating-float-to-int': body(0x20, 0, 0xb2, 0xfc, 0),
  'bulk-memory': body(0x41, 0, 0x41, 0, 0x41, 0, 0xfc, 0x0a, 0, 0, 0x20, 0), 'multi-value': types([0x60, 0, 2, 0x7f, 0x7f]),
  'reference-types': body(0xd0, 0x70, 0xd1), 'simd': types([0x60, 1, 0x7b, 0]), 'tail-call': body(0x20, 0, 0x12, 0),
  'exceptions': body(0x02, 0x40, 0x1f, 0x40, 1, 2, 0, 0x0b, 0x0b, 0x20, 0), 'legacy-exceptions': body(0x06, 0x40, 0x19, 0x0b, 0x20, 0),
  'gc': types([0x5f, 0]), 'gc of a group of one type': types([0x4e, 1, 0x60, 0, 0]), 'gc of a subtype': types([0x50, 0, 0x60, 0, 0]), 'function-references': types(UNARY, [0x60, 1, 0x64, 0, 0]),
  'memory64': wasm(section(5, vector([[4, 1]]))), 'multi-memory': wasm(section(5, vector([[0, 1], [0, 1]]))), 'threads': body(0x41, 0, 0xfe, 0x10, 2, 0),
  'extended-const': wasm(section(6, vector([[0x7f, 0, 0x41, 1, 0x41, 2, 0x6a, 0x0b]]))),
  'wide-arithmetic': body(0x42, 1, 0x42, 1, 0x42, 1, 0x42, 1, 0xfc, 0x13, 0x1a, 0xa7), 'custom-page-sizes': wasm(section(5, vector([[8, 1, 0]]))),
};

for (const [name, bytes] of Object.entries(CASES)) {
  const feature = name.split(' ')[0];
  test(name, () => {
    expect(() => compile(bytes, { features: 'mvp' })).toThrow(new RegExp(`needs the feature ${feature}, which is off; turn it on with --features ${feature}$`));
    expect(() => compile(bytes, { features: `all,-${feature}` })).toThrow(`needs the feature ${feature}`);
    expect(compile(bytes, { features: 'all' }).code).toContain('$module');
  });
}

test('custom descriptors need a feature of their own beside garbage collection', () => {
  const bytes = types([0x4e, 2, 0x4d, 1, 0x5f, 0, 0x4c, 0, 0x5f, 0]);
  expect(() => compile(bytes)).toThrow('needs the feature custom-descriptors, which is off; turn it on with --features custom-descriptors');
  expect(compile(bytes, { features: 'all' }).code).toContain('$module');
});
