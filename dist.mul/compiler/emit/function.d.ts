import type { FunctionIR } from '../ir/node.js';
import { type FunctionDeclaration } from './ast.js';
import type { EmitEnv } from './env.js';
import './expressions-atomics.js';
import './expressions-float.js';
import './expressions-gc.js';
import './expressions-i32.js';
import './expressions-memory.js';
import './expressions-references.js';
/** The declaration of `fn`, under the name of its tail form if it has one (docs/abi.md, Tail calls), or of its suspend form if `env` is in one. */
export declare function emitFunction(fn: FunctionIR, env: EmitEnv): FunctionDeclaration;
