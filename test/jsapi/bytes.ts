// Writes wasm modules by hand: enough for tests of the JS API, where what matters is imports, exports and custom sections.

export function varuint(value: number): number[] {
  const bytes: number[] = [];
  do {
    bytes.push((value & 0x7f) | (value > 0x7f ? 0x80 : 0));
    value >>>= 7;
  } while (value !== 0);
  return bytes;
}

export function vector(items: number[][]): number[] {
  return [...varuint(items.length), ...items.flat()];
}

export function text(value: string): number[] {
  const bytes = new TextEncoder().encode(value);
  return [...varuint(bytes.length), ...bytes];
}

export function section(id: number, content: number[]): number[] {
  return [id, ...varuint(content.length), ...content];
}

export function customSection(name: string, content: number[]): number[] {
  return section(0, [...text(name), ...content]);
}

export function wasm(...sections: number[][]): Uint8Array {
  return Uint8Array.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, ...sections.flat()]);
}
