// What the tests of exceptions share: levels, and the classes of the namespace under test, typed loosely.
import WebAssemblyJs, { configure } from 'dewasm/webassembly';
import { wasm, type Exports } from '../module/wat.js';

export const LEVELS = [0, 1, 2, 3] as const;

interface ExceptionObject { is(tag: object): boolean; getArg(tag: object, index: number): unknown }
export interface Namespace {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports?: object) => { exports: Exports };
  Tag: new (type: { parameters: string[] }) => object;
  Exception: new (tag: object, payload: unknown[]) => ExceptionObject;
  RuntimeError: new (message?: string) => Error;
  JSTag: object;
}

export const namespaceAt = (optimize: number): Namespace => configure({ features: 'all', optimize }) as unknown as Namespace;
export const ns = WebAssemblyJs as unknown as Namespace;

export function instance(of: Namespace, text: string, imports?: object): Exports {
  return new of.Instance(new of.Module(wasm(text)), imports).exports;
}

/** What `f` throws; fails if it does not. */
export function thrownBy(f: () => unknown): unknown {
  try {
    f();
  } catch (e) {
    return e;
  }
  throw new Error('nothing was thrown');
}
