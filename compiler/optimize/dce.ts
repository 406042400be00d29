// Removes what nothing observable depends on: unused pure nodes, results and params of control nodes with the
// arguments that set them, and control nodes that neither do nor yield anything. Liveness is marked from the
// effects, not counted by uses, so a loop param that only feeds itself dies too. This prunes the merges that
// building SSA made to be safe and, after lowering, the high words of 64-bit values nobody looks at.
//
// A branch lives as long as its target does, and the target as long as something in it has an effect or one of its
// results is used: what happens inside a control node without either is not observable.
import { Effect } from '../spec/opcode-row.js';
import { ControlIndex } from '../ir/control-index.js';
import { isTry } from '../ir/catches.js';
import type { FunctionIR, Node, Region } from '../ir/node.js';
import { EFFECTS, IS_CONTROL } from '../ir/op-classes.js';
import { effectsOf, irOp } from '../ir/ops.js';
import { truncate } from '../ir/truncate.js';

const { writeMemory, writeGlobal, writeTable, writeHeap, trapMemory, trap, call, writeVar, writeReg, readReg, control } = Effect;
/** Effects that keep a node alive. Loads may trap, so they are among them. */
const OBSERVABLE = writeMemory | writeGlobal | writeTable | writeHeap | trapMemory | trap | call | writeVar;

const BLOCK = irOp('block'), LOOP = irOp('loop'), IF = irOp('if'), YIELD = irOp('yield');
const BR = irOp('br'), BR_IF = irOp('br_if'), BR_TABLE = irOp('br_table');
const RESULT = irOp('result'), LOOP_PARAM = irOp('loop.param'), HELPER = irOp('helper');

const index = new ControlIndex();
let live = new Uint8Array(256);
/** Values and branches marked but not yet followed. */
const work: Node[] = [];
const controlWork: number[] = [];
let controlLive = new Uint8Array(64);
/** What filled the registers last, and what each register read refers to (position in `writers`, by node id). */
const writers: Node[] = [];
let writerOf = new Int32Array(256);

const isBranch = (op: number): boolean => op === BR || op === BR_IF || op === BR_TABLE;
const isPlainControl = (op: number): boolean => op === BLOCK || op === LOOP || op === IF;

function mark(n: Node): void {
  if (live[n.id] !== 0) return;
  live[n.id] = 1;
  work.push(n);
}
function markAll(ns: readonly Node[]): void {
  for (let i = 0; i < ns.length; i++) mark(ns[i]);
}
function markControl(ordinal: number): void {
  if (ordinal < 0 || controlLive[ordinal] !== 0) return;
  controlLive[ordinal] = 1;
  controlWork.push(ordinal);
}
function markEntries(head: number, position: number): void {
  for (let e = head; e >= 0; e = index.next[e]) mark(index.holder[e].args[position]);
}

/** Ordinals of the control nodes directly around the roots; several roots in a row give one entry. */
const rootIn: number[] = [];
let lastWriter = -1;

function markRoot(n: Node, around: number): void {
  mark(n);
  if (rootIn.length === 0 || rootIn[rootIn.length - 1] !== around) rootIn.push(around);
}
/** Marks what has effects, and the control operations this pass does not know. */
function visit(n: Node, around: number): void {
  const op = n.op;
  if (EFFECTS[op] === 0) return;
  const effects = effectsOf(n);
  if (effects & readReg) writerOf[n.id] = lastWriter;
  if (effects & OBSERVABLE || (effects & writeReg && op !== HELPER)) markRoot(n, around);
  else if (effects & control && !isPlainControl(op) && !isBranch(op) && (op !== YIELD || around < 0)) markRoot(n, around);
  if (effects & (call | writeReg)) { lastWriter = writers.length; writers.push(n); }
}

function followControl(ordinal: number): void {
  const n = index.controls[ordinal];
  live[n.id] = 1;
  markControl(index.parent[ordinal]);
  if (n.op === LOOP) markBranches(index.toParams[ordinal]);
  else if (!isPlainControl(n.op)) { markAll(n.args); pinTargets(n); }
  if (n.op === IF) mark(n.args[0]);
  markBranches(index.toResults[ordinal]);
}
function markBranches(head: number): void {
  for (let e = head; e >= 0; e = index.next[e]) {
    const source = index.source[e];
    if (source.op !== YIELD) { mark(source); markControl(index.at[e]); }
  }
}

/** An operation whose edges may carry less than its targets' lists: what they set stays as it is. */
function pinTargets(n: Node): void {
  if (isTry(n.op)) {
    // Its catch clauses are branches like others.
    if (n.edges !== null) for (const { target } of n.edges) markControl(index.ordinal[target.id]);
    return;
  }
  if (n.results !== null) markAll(n.results);
  if (n.params !== null) markAll(n.params);
  if (n.edges === null) return;
  for (const { target } of n.edges) {
    markControl(index.ordinal[target.id]);
    if (target.results !== null) markAll(target.results);
    if (target.params !== null) markAll(target.params);
  }
}

function follow(n: Node): void {
  const op = n.op;
  if (op === RESULT || op === LOOP_PARAM) {
    const owner = n.owner as Node;
    if (owner.regions === null) { mark(owner); return; }
    const o = index.ordinal[owner.id];
    markControl(o);
    if (op === LOOP_PARAM) { mark(owner.args[n.imm]); markEntries(index.toParams[o], n.imm); }
    else markEntries(index.toResults[o], n.imm);
    return;
  }
  if (IS_CONTROL[op] !== 0 && n.regions !== null && n.regions.length > 0) { markControl(index.ordinal[n.id]); return; }
  markAll(n.args);
  if (EFFECTS[op] === 0) return;
  const edges = n.edges;
  if (edges !== null) {
    if (isBranch(op)) for (let i = 0; i < edges.length; i++) markControl(index.ordinal[edges[i].target.id]);
    else { for (const e of edges) markAll(e.args); pinTargets(n); }
  } else if (effectsOf(n) & readReg && writerOf[n.id] >= 0) mark(writers[writerOf[n.id]]);
}

function propagate(): void {
  // A loop something branches back to may never end, which is observable.
  for (let o = 0; o < index.controls.length; o++) if (index.toParams[o] >= 0) markControl(o);
  for (let i = 0; i < rootIn.length; i++) markControl(rootIn[i]);
  for (;;) {
    const ordinal = controlWork.pop();
    if (ordinal !== undefined) { followControl(ordinal); continue; }
    const n = work.pop();
    if (n === undefined) return;
    follow(n);
  }
}

/** Drops the dead of `list`, and the arguments at their places from everything that sets it. */
function pruneList(list: Node[], head: number, init: Node | null): boolean {
  let dead = 0;
  for (let i = 0; i < list.length; i++) if (live[list[i].id] === 0) dead++;
  if (dead === 0) return false;
  for (let e = head; e >= 0; e = index.next[e]) {
    const holder = index.holder[e];
    // What is dead itself is about to be removed, and may not match any more.
    if (holder.args.length === list.length) holder.args = keepLive(holder.args, list);
  }
  if (init !== null) init.args = keepLive(init.args, list);
  let to = 0;
  for (let i = 0; i < list.length; i++) {
    const n = list[i];
    if (live[n.id] !== 0) { n.imm = to; list[to++] = n; }
  }
  truncate(list, to);
  return true;
}
function keepLive(args: readonly Node[], list: readonly Node[]): Node[] {
  const kept: Node[] = [];
  for (let i = 0; i < list.length; i++) if (live[list[i].id] !== 0) kept.push(args[i]);
  return kept;
}

function prune(): boolean {
  let changed = false;
  for (let o = 0; o < index.controls.length; o++) {
    const n = index.controls[o];
    if (controlLive[o] === 0 || !(isPlainControl(n.op) || isTry(n.op))) continue;
    if (n.results !== null && pruneList(n.results, index.toResults[o], null)) changed = true;
    if (n.op === LOOP && n.params !== null && pruneList(n.params, index.toParams[o], n)) changed = true;
  }
  return changed;
}

/** Compacts a region in place. */
function sweepRegion(region: Region): boolean {
  const nodes = region.nodes;
  let to = 0;
  for (let i = 0; i < nodes.length; i++) {
    const n = nodes[i];
    if (live[n.id] !== 0 || n.op === YIELD) nodes[to++] = n;
  }
  if (to === nodes.length) return false;
  truncate(nodes, to);
  return true;
}

/** Removes dead code from `fn`; true if there was any. */
export function eliminateDeadCode(fn: FunctionIR): boolean {
  if (live.length < fn.nodeCount) {
    live = new Uint8Array(fn.nodeCount * 2);
    writerOf = new Int32Array(fn.nodeCount * 2);
  } else live.fill(0, 0, fn.nodeCount);
  lastWriter = -1;
  index.build(fn, visit);
  const count = index.controls.length;
  if (controlLive.length < count) controlLive = new Uint8Array(count * 2);
  else controlLive.fill(0, 0, count);
  propagate();
  let changed = prune();
  if (sweepRegion(fn.body)) changed = true;
  for (let o = 0; o < count; o++) {
    if (controlLive[o] === 0) continue;
    for (const region of index.controls[o].regions as Region[]) if (sweepRegion(region)) changed = true;
  }
  index.release();
  while (rootIn.length > 0) rootIn.pop();
  while (writers.length > 0) writers.pop();
  return changed;
}
