// Makes pieces of runs of nodes: each run's nodes go into a function of its own (outline.ts), and its call stands where they were.
import type { FunctionIR, Node, Region } from '../ir/node.js';
import { IS_CONSTANT, type Layout } from './layout.js';
import { LiveVariables } from './live-variables.js';
import { outline } from './outline.js';
import type { Run } from './runs.js';

/** Constants are written where they are used; at the top of the body they stand in no run's way. */
export function hoistConstants(fn: FunctionIR): void {
  const constants: Node[] = [];
  const work: Region[] = [fn.body];
  for (let region = work.pop(); region !== undefined; region = work.pop()) {
    region.nodes = region.nodes.filter((n) => {
      if (n.regions !== null) work.push(...n.regions);
      if (IS_CONSTANT[n.op] === 0 || n.forward !== null) return n.forward === null;
      constants.push(n);
      return false;
    });
  }
  fn.body.nodes = [...constants, ...fn.body.nodes];
}

/** Takes runs, in order of position, which do not overlap, out of the function that `layout` is of. What must stay side by side from now on is added to `together`. */
export function takeOut(layout: Layout, runs: readonly Run[], together: Set<Node>, givesFloats = false): void {
  const { fn } = layout;
  const live = fn.vars.length === 0 ? null : new LiveVariables(layout, new Set(runs.map(({ end }) => end)));
  const instead = new Map<Node, Node>();
  const byRegion = new Map<Region, { run: Run; caller: Node[] }[]>();
  for (const run of runs) {
    const { piece, caller, together: more } = outline(layout, run, fn.pieces.length + 1, live, instead, givesFloats);
    fn.pieces.push(piece);
    for (const n of more) together.add(n);
    const { region } = run.laid, list = byRegion.get(region);
    if (list === undefined) byRegion.set(region, [{ run, caller }]); else list.push({ run, caller });
  }
  for (const [region, list] of byRegion) {
    const { laid } = list[0].run, out: Node[] = [];
    let next = 0;
    for (const { run, caller } of list) {
      while (next < run.from) out.push(layout.nodes[laid.positions[next++]]);
      for (const n of caller) out.push(n);
      next = run.to;
    }
    while (next < laid.positions.length) out.push(layout.nodes[laid.positions[next++]]);
    region.nodes = out;
  }
  if (instead.size > 0) replace(fn, instead);
}

function replace(fn: FunctionIR, instead: ReadonlyMap<Node, Node>): void {
  const all = (args: Node[]): void => { for (let i = 0; i < args.length; i++) args[i] = instead.get(args[i]) ?? args[i]; };
  const work: Region[] = [fn.body];
  for (let region = work.pop(); region !== undefined; region = work.pop()) {
    for (const n of region.nodes) {
      all(n.args);
      if (n.edges !== null) for (const e of n.edges) all(e.args);
      if (n.regions !== null) work.push(...n.regions);
    }
  }
}
