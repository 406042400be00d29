// The walls of the house: a stage of the compiler imports `spec/` and the stages before it, never one after; the
// runtime imports nothing of the compiler; no imports run in a circle (type-only imports do not count).
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const STAGES = ['spec', 'decode', 'validate', 'ir', 'optimize', 'lower', 'split', 'structure', 'emit', 'link'];

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((f) => f.isFile() && /\.ts$/.test(f.name))
    .map((f) => relative(root, join(f.parentPath, f.name)));
}

/** Imports of project files; `typeOnly` ones vanish when compiled. */
function imports(file: string): { from: string; typeOnly: boolean }[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(/^(import|export)\s+(type\s+)?([^'";]*?from\s+)?'(\.[^']+)'/gm)].map((m) => ({
    from: relative(root, resolve(root, dirname(file), m[4])).replace(/\.js$/, '.ts'),
    typeOnly: m[2] !== undefined,
  }));
}

const compiler = sources('compiler');
const runtime = sources('runtime');
const stageOf = (file: string): number => STAGES.indexOf(file.split('/')[1]);

describe('layers', () => {
  it('finds the sources', () => {
    expect(compiler.length).toBeGreaterThan(50);
    expect(runtime.length).toBeGreaterThan(20);
  });

  it('a stage imports only the stages before it', () => {
    const wrong: string[] = [];
    for (const file of compiler) {
      const stage = stageOf(file);
      if (stage < 0) continue;
      for (const { from } of imports(file)) {
        if (!from.startsWith('compiler/')) { if (!from.startsWith('runtime/')) wrong.push(`${file} imports ${from}`); continue; }
        const other = stageOf(from);
        // Files beside the stages (options, the pipeline) drive them; stages know at most the options.
        if (other < 0 ? from !== 'compiler/options.ts' : other > stage) wrong.push(`${file} imports ${from}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('the runtime imports nothing of the compiler', () => {
    expect(runtime.flatMap((file) => imports(file).filter((i) => !i.from.startsWith('runtime/')).map((i) => `${file} imports ${i.from}`))).toEqual([]);
  });

  it('no imports run in a circle', () => {
    const graph = new Map([...compiler, ...runtime].map((f) => [f, imports(f).filter((i) => !i.typeOnly).map((i) => i.from)]));
    const state = new Map<string, 'open' | 'done'>();
    const circles: string[] = [];
    const visit = (file: string, path: string[]): void => {
      if (state.get(file) === 'done') return;
      if (state.get(file) === 'open') { circles.push([...path.slice(path.indexOf(file)), file].join(' → ')); return; }
      state.set(file, 'open');
      for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
      state.set(file, 'done');
    };
    for (const file of graph.keys()) visit(file, []);
    expect(circles).toEqual([]);
  });
});
