// Traps, host errors and the engine's own errors, kept apart; and the error classes.
import { expect, test } from 'vitest';
import { CompileError, fromHost, isTrap, LinkError, nonNull, RuntimeError, toTrap, trap, unreachable } from 'dewasm/runtime';
import { parts } from '../../dist/compiler/link/runtime-parts.js';

function thrown(f: () => unknown): Error {
  try {
    f();
  } catch (e) {
    return e as Error;
  }
  throw new Error('nothing thrown');
}
const outOfView = (): Error => thrown(() => new DataView(new ArrayBuffer(4)).getInt32(1, true));
const overflow = (): Error => thrown(function recurse(): unknown {
  return [recurse()];
});

test('traps', () => {
  expect(thrown(unreachable)).toMatchObject({ name: 'RuntimeError', message: 'unreachable' });
  expect(thrown(() => nonNull(null)).message).toBe('dereferencing a null pointer');
  expect(nonNull(0)).toBe(0);
  const e = thrown(() => trap('x'));
  expect(toTrap(e)).toBe(e);
  expect(isTrap(e)).toBe(true);
});

test('the engine\'s errors', () => {
  for (const f of [outOfView, () => thrown(() => new DataView(new ArrayBuffer(4)).setFloat64(-1 >>> 0, 0)), () => thrown(() => new DataView(new ArrayBuffer(4)).getInt8(2 ** 40))]) {
    expect(isTrap(f())).toBe(true);
    const t = toTrap(f()) as Error;
    expect(t).toBeInstanceOf(RuntimeError);
    expect(t.message).toBe('memory access out of bounds');
    expect(isTrap(t)).toBe(true);
  }
  const e = overflow();
  expect(toTrap(e)).toBe(e);
  expect(isTrap(e)).toBe(true);
});

test('the words of other engines', () => {
  for (const message of ['Out of bounds access', 'byteOffset cannot be negative', 'byteOffset larger than (2 ** 53) - 1', 'offset is outside the bounds of the DataView', 'invalid or out-of-range index']) {
    expect(toTrap(new RangeError(message)), message).toMatchObject({ name: 'RuntimeError', message: 'memory access out of bounds' });
  }
  for (const message of ['null is not an object (evaluating \'a.b\')', 'can\'t access property "b", a is null']) {
    expect(toTrap(new TypeError(message)), message).toMatchObject({ name: 'RuntimeError', message: 'dereferencing a null pointer' });
  }
  // These are not of memory.
  for (const e of [new RangeError('1.5 can\'t be converted to BigInt because it isn\'t an integer'), new RangeError('invalid array length'), new TypeError('can\'t convert symbol to number')]) expect(toTrap(e)).toBe(e);
});

test('what the host throws stays what it is', () => {
  for (const e of [outOfView(), overflow(), new RangeError('mine'), new RuntimeError('mine'), new TypeError('mine'), 'string', undefined, null]) {
    expect(fromHost(e)).toBe(e);
    expect(toTrap(e)).toBe(e);
    expect(isTrap(e)).toBe(false);
  }
  const e = thrown(unreachable);
  expect(isTrap(fromHost(e))).toBe(true);
});

test('error classes', () => {
  for (const [C, name] of [[RuntimeError, 'RuntimeError'], [LinkError, 'LinkError'], [CompileError, 'CompileError']] as const) {
    const e = new C('why', { cause: 1 });
    expect(e).toBeInstanceOf(Error);
    expect(e).toBeInstanceOf(C);
    expect(String(e)).toBe(`${name}: why`);
    expect(e.stack).toContain(`${name}: why`);
    expect(e).toHaveProperty('cause', 1);
    expect(Object.prototype.toString.call(e)).toBe('[object Error]');
    expect(C('called')).toBeInstanceOf(C);
    expect([C.name, C.length, Object.getPrototypeOf(C)]).toEqual([name, 1, Error]);
    expect(Object.keys(e)).toEqual([]);
    expect('message' in new C() && !Object.hasOwn(new C(), 'message')).toBe(true);
    class Sub extends (C as unknown as ErrorConstructor) {}
    expect(new Sub('s')).toBeInstanceOf(Sub);
  }
  expect(new RuntimeError('x')).not.toBeInstanceOf(LinkError);
});

test('another copy of the runtime has the same classes, registers and types', () => {
  const source = Object.values(parts).map((part) => part.code).join('\n');
  const copy = (0, eval)(`(() => { ${source}\n return { RuntimeError, R, TC, canonTypes, trap, funcToJS, exportedFunctions }; })()`) as Record<string, unknown>;
  expect(copy.RuntimeError).toBe(RuntimeError);
  expect(isTrap(thrown(() => (copy.trap as (m: string) => void)('x')))).toBe(true);
});
