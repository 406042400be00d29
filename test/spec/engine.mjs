// What the official suite's runner runs against: dewasm's namespace, with every
// proposal on. DEWASM_SPEC_FEATURES says otherwise, and DEWASM_SPEC_OPTIONS, as
// JSON, adds compile options, for instance {"optimize":0}.
import { configure } from 'dewasm/webassembly';

export const WebAssembly = configure({ features: process.env.DEWASM_SPEC_FEATURES ?? 'all', ...JSON.parse(process.env.DEWASM_SPEC_OPTIONS ?? '{}') });
