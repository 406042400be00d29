import { type ExitCode } from './failure.js';
import type { Plan } from './inputs.js';
/** Never resolves: it ends with the process. An error in a module does not end it. */
export declare function watchBuild(plan: () => Promise<Plan>, build: (plan: Plan) => Promise<ExitCode>): Promise<ExitCode>;
