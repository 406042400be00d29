// Builds one module, wherever that happens: in the process of the command line or in one of its workers.
import { mkdir } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { compile, type CompileResult, type Stats, type Warning } from '../index.js';
import { diagnose, type Diagnostic } from './failure.js';
import { STDIO, displayName, readInput, withExtension, writeOutputs, type OutputFile } from './files.js';
import type { Job } from './inputs.js';
import { assemble, isText } from './wat.js';

export interface WrittenFile { path: string; bytes: number }

export type BuildResult = { input: string } & (
  | { ok: true; output: string; files: WrittenFile[]; /** Only if the output is standard output. */ code: string | undefined;
    /** IR that was asked for, instead of code. */ ir: string | undefined; warnings: Warning[]; stats: Stats }
  | { ok: false; diagnostic: Diagnostic }
);

/** Reads a module; the text format becomes binary. */
export async function readModule(input: string): Promise<Uint8Array> {
  const bytes = await readInput(input);
  return isText(input) ? assemble(input, bytes) : bytes;
}

const DECLARATION_ENDINGS: Readonly<Record<string, string>> = { '.mjs': '.d.mts', '.cjs': '.d.cts' };

/** The files of a result: the code, and what stands beside it. */
function outputFiles(output: string, result: CompileResult): OutputFile[] {
  const files: OutputFile[] = [];
  let { code } = result;
  if (result.map !== undefined) {
    files.push({ path: `${output}.map`, content: `${JSON.stringify(result.map)}\n` });
    if (!code.includes('//# sourceMappingURL=')) code += `${code.endsWith('\n') ? '' : '\n'}//# sourceMappingURL=${encodeURIComponent(basename(output))}.map\n`;
  }
  if (result.types !== undefined) files.push({ path: withExtension(output, DECLARATION_ENDINGS[output.slice(-4)] ?? '.d.ts'), content: result.types });
  if (result.data !== undefined) files.push({ path: withExtension(output, '.data'), content: result.data });
  // The code last: when it is there, what it needs is too.
  return [...files, { path: output, content: code }];
}

/** Never rejects: a failure is a result. */
export async function buildOne({ input, output, options }: Job, makeFolder: boolean): Promise<BuildResult> {
  try {
    const result = compile(await readModule(input), options);
    const { warnings, stats, ir } = result;
    if (ir !== undefined) return { input, ok: true, output, files: [], code: undefined, ir, warnings, stats };
    if (output === STDIO) return { input, ok: true, output, files: [], code: result.code, ir, warnings, stats };
    if (makeFolder) await mkdir(dirname(output), { recursive: true });
    const files = outputFiles(output, result);
    await writeOutputs(files);
    return { input, ok: true, output, files: files.map(({ path, content }) => ({ path, bytes: Buffer.byteLength(content) })), code: undefined, ir, warnings, stats };
  } catch (e) {
    return { input, ok: false, diagnostic: diagnose(e, displayName(input)) };
  }
}
