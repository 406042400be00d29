// Putting modules together from bytes.

const leb = (n: number): number[] => (n < 128 ? [n] : [(n & 127) | 128, ...leb(n >>> 7)]);

export const concat = (...parts: Iterable<number>[]): Uint8Array => Uint8Array.from(parts.flatMap((p) => [...p]));

export function section(id: number, content: Iterable<number>): Uint8Array {
  const body = [...content];
  return concat([id], leb(body.length), body);
}

export function customSection(name: string, content: Iterable<number>): Uint8Array {
  const text = new TextEncoder().encode(name);
  return section(0, concat(leb(text.length), text, content));
}
