// Custom sections: kept as byte ranges under their names for whoever understands them.
import type { Module } from '../spec/module.js';
import type { ByteReader } from './reader.js';

export function decodeCustomSection(r: ByteReader, m: Module): void {
  const name = r.name();
  m.customs.push({ name, bytes: { start: r.pos, end: r.end } });
  r.pos = r.end;
}
