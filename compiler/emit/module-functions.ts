// Function text by way of IR: what `emitModule` asks for, made with a callback that compiles bodies.
import type { FunctionIR } from '../ir/node.js';
import type { Module, Range } from '../spec/module.js';
import type { ValType } from '../spec/types.js';
import type { FunctionDeclaration } from './ast.js';
import { emitFunction } from './function.js';
import type { ModuleEnv } from './module-env.js';
import type { ModuleSource } from './module-source.js';
import { print as printCompact } from './print.js';
import { printReadable } from './print-readable.js';
import { tailCallScan } from './tail-forms.js';

/** The stages before emission. */
export interface BodyCompiler {
  body(index: number): FunctionIR;
  initialiser(range: Range, type: ValType): FunctionIR;
}

export function functionSource(m: Module, compiler: BodyCompiler, readable: boolean): ModuleSource {
  const print = readable ? printReadable : printCompact;
  return {
    mayTailCall: tailCallScan(m),
    func(index, env) {
      const fn = compiler.body(index);
      env.beginFunction(index, fn.tailCalls);
      const text = (form: (fn: FunctionIR, env: ModuleEnv) => FunctionDeclaration): string => [fn, ...fn.pieces].map((each) => flat(print(form(each, env)))).join('\n');
      return { text: text(emitFunction), tail: fn.tailCalls, suspend: env.maySuspend(index) ? text(suspendForm) : undefined };
    },
    initialiser(range, type, name, env) {
      const declaration = emitFunction(compiler.initialiser(range, type), env);
      declaration.id = { type: 'Identifier', name };
      return print(declaration);
    },
  };
}

/** The same function once more, as a generator. */
function suspendForm(fn: FunctionIR, env: ModuleEnv): FunctionDeclaration {
  env.inSuspendForm = true;
  try {
    return emitFunction(fn, env);
  } finally {
    env.inSuspendForm = false;
  }
}

/** The same text in one piece: V8 keeps what was put together as a tree until a character is read, many times the size. */
function flat(text: string): string {
  text.charCodeAt(text.length >> 1);
  return text;
}
