// One function from lowered IR to its JavaScript declaration: structure finds out what is an expression, a variable, a
// statement; the emitters write it down. Everything that scales with the function is reused for the next one.
import { Kind } from '../spec/types.js';
import type { FunctionIR } from '../ir/node.js';
import { accumulators } from '../structure/accumulators.js';
import { fold } from '../structure/fold.js';
import { Marks, Place } from '../structure/marks.js';
import { Sequence, sequence } from '../structure/sequence.js';
import { countUses } from '../structure/uses.js';
import { Variables } from '../structure/variables.js';
import { functionDeclaration, generatorDeclaration, NULL, variables, ZERO, type Expression, type FunctionDeclaration, type Identifier } from './ast.js';
import { Control } from './control.js';
import { ElementIndices } from './element-indices.js';
import type { EmitEnv } from './env.js';
import './expressions-atomics.js';
import { pieceName } from './expressions-calls.js';
import './expressions-float.js';
import './expressions-gc.js';
import './expressions-i32.js';
import './high-words.js';
import './expressions-memory.js';
import './expressions-references.js';
import { Writer } from './writer.js';

const marks = new Marks();
const seq = new Sequence();
const assignment = new Variables();
const writer = new Writer(marks);
const control = new Control(writer);
const indices = new ElementIndices();

/** What a variable of the IR holds before it is set. */
const initial = (kind: Kind): Expression => (kind === Kind.Ref ? NULL : ZERO);

/** The declaration of `fn`, under the name of its tail form if it has one (docs/abi.md, Tail calls), or of its suspend form if `env` is in one. */
export function emitFunction(fn: FunctionIR, env: EmitEnv): FunctionDeclaration {
  sequence(fn, seq);
  if (env.hasElements) indices.plan(fn, seq, env);
  marks.reset(fn.nodeCount);
  for (const p of fn.params) marks.place[p.id] = Place.variable;
  countUses(seq, marks);
  fold(seq, marks);
  assignment.assign(fn, seq, marks);
  writer.begin(fn, env, assignment.kinds);
  writer.moveToArray(accumulators(fn, seq, marks, assignment.values, fn.params.length + fn.vars.length));
  const body = control.run(seq);
  seq.shorten(0);

  const { names } = writer;
  const declared: { name: Identifier; init: Expression | null }[] = [];
  for (let i = fn.params.length; i < names.length; i++) {
    const kind = fn.vars[i - fn.params.length], name = names[i];
    if (name === writer.array) declared.push({ name, init: writer.helper('AF') });
    else if (name.type === 'Identifier') declared.push({ name, init: kind === undefined ? null : initial(kind) });
  }
  if (declared.length > 0) body.unshift(variables(declared));
  const params = names.slice(0, fn.params.length) as Identifier[], suspendForm = env.suspendTailForm(fn.index);
  if (suspendForm !== undefined) return generatorDeclaration(fn.piece > 0 ? pieceName(suspendForm, fn.piece) : suspendForm, params, body);
  return functionDeclaration(fn.piece > 0 ? pieceName(env.func(fn.index), fn.piece) : env.tailForm(fn.index) ?? env.func(fn.index), params, body);
}
