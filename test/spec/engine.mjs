// What the official suite's runner runs against: dewasm's namespace, with every
// proposal on. DEWASM_SPEC_FEATURES says otherwise, and DEWASM_SPEC_OPTIONS, as
// JSON, adds compile options, for instance {"optimize":0}; DEWASM_SPLIT splits
// functions above so many bytes, 200 for instance, where it happens everywhere.
import { limits } from '../../dist/compiler/split/limits.js';
import { configure } from 'dewasm/webassembly';

if (process.env.DEWASM_SPLIT !== undefined) limits.smallest = (limits.function = Number(process.env.DEWASM_SPLIT)) / 8;

export const WebAssembly = configure({ features: process.env.DEWASM_SPEC_FEATURES ?? 'all', ...JSON.parse(process.env.DEWASM_SPEC_OPTIONS ?? '{}') });
