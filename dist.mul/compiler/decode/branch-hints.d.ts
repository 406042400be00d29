import type { BranchHints, Module } from '../spec/module.js';
export declare const BRANCH_HINTS = "metadata.code.branch_hint";
/** The module's hints; `undefined` if it has none that can be used. */
export declare function decodeBranchHints(m: Module): BranchHints | undefined;
