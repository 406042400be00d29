// Module.customSections(): the custom sections of a valid module's bytes, by name.

export function customSectionsNamed(bytes: Uint8Array, wanted: string): ArrayBuffer[] {
  const found: ArrayBuffer[] = [];
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let at = 8; // magic number and version
  const varuint = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
  };
  while (at < bytes.length) {
    const id = bytes[at++];
    const size = varuint();
    const end = at + size;
    if (id === 0) {
      const nameLength = varuint();
      const name = decoder.decode(bytes.subarray(at, at + nameLength));
      if (name === wanted) found.push(bytes.slice(at + nameLength, end).buffer as ArrayBuffer);
    }
    at = end;
  }
  return found;
}
