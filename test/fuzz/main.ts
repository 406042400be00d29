// The long run: a worker goes through seeds, this thread watches that it gets on, and prints and keeps what it finds.
//
// usage: node test/fuzz/run.mjs [--generator program|reshaped|binaryen|all] [--seed N] [--count N] [--level 0,1,2,3]
//                               [--nan fast,exact] [--engine any,interpreter] [--nesting 0,3] [--split 0,250] [--time SECONDS] [--reduce SECONDS] [--out FOLDER] [--newer] [--text]
// Every seed is compiled at every level, with either kind of NaNs and with every limit of nesting and size given.
//   --nesting how deep statements may nest before a function is flattened into a loop around a switch; 0 is the usual limit
//   --split   above how many bytes of bytecode functions are split
//   --newer   also proposals that Node 20 does not run
//   --text    print the (reduced) module of every difference
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import wabtInit from 'wabt';
import { Binaryen } from './binaryen.js';
import { describeVariant, type Difference, type Variant } from './compare.js';
import { check, GENERATORS, makeCase, reduceCase, type Generator } from './fuzz.js';

/** A seed that takes longer than this hangs, on one side or the other. */
const HANG_SECONDS = 30;

interface Plan { root: string; generators: Generator[]; first: number; count: number; variants: Variant[]; reduce: number; newer: boolean }
type Message = { at: [Generator, number]; compared: number } | { found: Difference; generator: Generator; seed: number; bytes: Uint8Array; reduced: Uint8Array | null } | { done: number };

async function work(plan: Plan): Promise<void> {
  const port = parentPort!;
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  const send = (m: Message): void => { port.postMessage(m); };
  const binaryen = new Binaryen(plan.root);
  let compared = 0;
  for (let seed = plan.first; seed < plan.first + plan.count; seed++) {
    for (const generator of plan.generators) {
      send({ at: [generator, seed], compared });
      const made = await makeCase(generator, seed, binaryen, plan.newer);
      if (made === null) continue;
      compared++;
      let found: Difference | undefined;
      try {
        found = check(made, plan.variants);
      } catch (e) {
        found = { variant: { level: -1, nan: 'fast', nesting: 0, split: 0 }, kind: 'native', detail: (e as Error).stack ?? String(e) };
      }
      if (found === undefined) continue;
      send({ at: [generator, seed], compared });
      const reduced = plan.reduce > 0 && found.variant.level >= 0 ? reduceCase(made, found, plan.reduce) : null;
      send({ found, generator, seed, bytes: made.bytes, reduced });
    }
  }
  binaryen.close();
  send({ done: compared });
}

async function watch(): Promise<void> {
  const { values } = parseArgs({ options: {
    generator: { type: 'string', default: 'all' }, seed: { type: 'string', default: '1' }, count: { type: 'string', default: '1000' }, level: { type: 'string', default: '0,1,2,3' },
    nan: { type: 'string', default: 'fast' }, engine: { type: 'string', default: 'any' }, nesting: { type: 'string', default: '0' }, split: { type: 'string', default: '0' },
    time: { type: 'string', default: '0' }, reduce: { type: 'string', default: '0' }, out: { type: 'string' }, newer: { type: 'boolean', default: false }, text: { type: 'boolean', default: false },
  } });
  const first = Number(values.seed), end = first + Number(values.count), reduce = Number(values.reduce);
  const generators = values.generator === 'all' ? [...GENERATORS] : values.generator.split(',') as Generator[];
  const numbers = (list: string): number[] => list.split(',').map(Number);
  const variants = numbers(values.level).flatMap((level) => (values.nan.split(',') as Variant['nan'][]).flatMap((nan) => numbers(values.nesting).flatMap((nesting) => numbers(values.split).flatMap((split) => (values.engine.split(',') as Variant['engine'][]).map((engine) => ({ level, nan, nesting, split, engine }))))));
  const wabt = await wabtInit();
  const text = (bytes: Uint8Array): string => {
    try {
      const module = wabt.readWasm(bytes, { readDebugNames: true, multi_memory: true, memory64: true } as never);
      module.applyNames();
      return module.toText({ foldExprs: false, inlineExport: false });
    } catch (e) {
      return `(no text: ${(e as Error).message})`;
    }
  };
  const state = { next: first, compared: 0, failures: 0 };
  const started = Date.now(), until = Number(values.time) > 0 ? started + Number(values.time) * 1000 : Infinity;
  const report = (generator: string, seed: number, what: string, bytes: Uint8Array | null): void => {
    state.failures++;
    console.log(`\n${generator} ${seed}: ${what}`);
    if (bytes === null) return;
    if (values.out !== undefined) {
      mkdirSync(values.out, { recursive: true });
      writeFileSync(join(values.out, `${generator}-${seed}.wasm`), bytes);
    }
    if (values.text) console.log(text(bytes));
  };
  while (state.next < end && Date.now() < until) {
    let at: [Generator, number] = [generators[0], state.next];
    const plan: Plan = { root: fileURLToPath(new URL(process.env.DEWASM_ROOT!)), generators, first: state.next, count: end - state.next, variants, reduce, newer: values.newer };
    const worker = new Worker(new URL(import.meta.url), { workerData: plan, resourceLimits: { maxOldGenerationSizeMb: 1500, stackSizeMb: 2 } });
    await new Promise<void>((done) => {
      // Counted in turns of the timer, so that a machine that sleeps is no program that hangs.
      let idle = 0, sofar = 0;
      const finish = (): void => {
        clearInterval(timer);
        state.compared += sofar;
        void worker.terminate().then(() => { done(); });
      };
      const timer = setInterval(() => {
        if (Date.now() > until) { state.next = end; finish(); return; }
        if (++idle < (HANG_SECONDS + reduce) * 2) return;
        report(at[0], at[1], 'hangs', null);
        state.next = at[1] + 1;
        finish();
      }, 500);
      worker.on('message', (m: Message) => {
        idle = 0;
        if ('at' in m) { at = m.at; sofar = m.compared; return; }
        if ('done' in m) { sofar = m.done; state.next = end; finish(); return; }
        report(m.generator, m.seed, `${describeVariant(m.found.variant)}, ${m.found.kind}: ${m.found.detail}${m.reduced === null ? '' : `\n  ${m.bytes.length} bytes reduced to ${m.reduced.length}`}`, m.reduced ?? m.bytes);
      });
      worker.on('error', (e) => {
        report(at[0], at[1], `worker: ${e.message}`, null);
        state.next = at[1] + 1;
        finish();
      });
    });
  }
  console.log(`${state.compared} modules compared in ${((Date.now() - started) / 1000).toFixed(0)} s, ${state.failures} differences`);
  process.exitCode = state.failures > 0 ? 1 : 0;
}

if (isMainThread) await watch();
else await work(workerData as Plan);
