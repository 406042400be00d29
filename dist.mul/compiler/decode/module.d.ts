import type { Module } from '../spec/module.js';
/**
 * Decodes a binary module, or throws a `CompileError` that says where it is malformed. The result keeps
 * `bytes` and refers into it; offsets count from its first byte, also when it is a view of a larger buffer.
 */
export declare function decodeModule(bytes: Uint8Array): Module;
