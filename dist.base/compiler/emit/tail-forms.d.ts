import type { Module } from '../spec/module.js';
/** Answers `mayTailCall` of docs/abi.md for functions of `m`, each looked at once. */
export declare function tailCallScan(m: Module): (index: number) => boolean;
