#!/usr/bin/env node
// Builds dist/: type-checks and compiles compiler/ and runtime/, then cuts the runtime into the parts that output inlines,
// and puts its modules together in a few files.
// Everything is made in a staging folder, and dist/ changes file by file only where something is different, so that what
// runs from dist/ meanwhile keeps running.
//
// usage: node scripts/build.mjs [--allow-errors]
//   --allow-errors   build in spite of type errors

import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { bundleRuntime, modulesIn, replaceModules } from './bundle-runtime.mjs';
import { cutRuntime } from './cut-runtime.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const allowErrors = process.argv.includes('--allow-errors');
const started = Date.now();

mkdirSync(join(root, 'node_modules/.cache'), { recursive: true });
const staging = mkdtempSync(join(root, 'node_modules/.cache/dewasm-build-'));
try {
  // The runtime second, over what the first run made of it: it is shipped as ES2017, the compiler is not.
  const failed = [compile('tsconfig.json', true), compile('tsconfig.runtime.json', false)].includes(false);
  if (failed && !allowErrors) throw new Error('type errors; dist/ is unchanged (--allow-errors builds nevertheless)');
  copyDeclarations('compiler');
  const parts = await cachedRuntime(join(staging, 'runtime'));
  replaceModules(join(staging, 'runtime'), parts.files);
  writeFileSync(join(staging, 'compiler/link/runtime-parts.js'), parts.text);
  writeFileSync(join(staging, 'compiler/build-id.js'), `export const BUILD_ID = ${JSON.stringify(buildId(staging))};\n`);
  const changed = synchronize(staging, dist);
  for (const file of binaries()) if (existsSync(file)) chmodSync(file, 0o755);
  console.log(`built dist/ in ${((Date.now() - started) / 1000).toFixed(1)} s: ${changed} files changed, ${parts.count} runtime parts${failed ? ', with type errors' : ''}`);
} catch (error) {
  console.error(`build failed: ${error.message}`);
  process.exitCode = 1;
} finally {
  rmSync(staging, { recursive: true, force: true });
}

/** Runs tsc into the staging folder; false if there are errors. */
function compile(project, report) {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const run = spawnSync(process.execPath, [tsc, '-p', join(root, project), '--outDir', staging, '--rootDir', root], { encoding: 'utf8', cwd: root });
  if (run.error) throw run.error;
  if (run.status !== 0 && report) process.stderr.write(run.stdout + run.stderr);
  return run.status === 0;
}

/** The runtime's parts and files; made again only when the compiled runtime or how they are made has changed. */
async function cachedRuntime(runtime) {
  const hash = createHash('sha256');
  const scripts = ['scripts/cut-runtime.mjs', 'scripts/bundle-runtime.mjs'];
  for (const file of [...modulesIn(runtime).map((name) => join(runtime, name)), ...scripts.map((name) => join(root, name))]) hash.update(basename(file)).update(readFileSync(file));
  const key = hash.digest('hex');
  const cache = join(root, 'node_modules/.cache/dewasm-runtime.json');
  try {
    const known = JSON.parse(readFileSync(cache, 'utf8'));
    if (known.key === key) return known;
  } catch {
    // None yet, or half written by another build: cut.
  }
  const parts = { key, ...cutRuntime(runtime), files: await bundleRuntime(runtime) };
  writeFileSync(cache, JSON.stringify(parts));
  return parts;
}

/** A digest of everything that decides what the compiler's output is. */
function buildId(staging) {
  const hash = createHash('sha256');
  for (const file of filesIn(staging).filter((name) => name.endsWith('.js')).sort()) hash.update(relative(staging, file)).update(readFileSync(file));
  return hash.digest('hex').slice(0, 32);
}

/** Hand-written declarations of generated files, which tsc leaves behind. */
function copyDeclarations(folder) {
  for (const file of filesIn(join(root, folder))) {
    if (!file.endsWith('.d.ts')) continue;
    const to = join(staging, relative(root, file));
    mkdirSync(dirname(to), { recursive: true });
    copyFileSync(file, to);
  }
}

/** Makes `to` equal to `from`; returns the number of files written or removed. */
function synchronize(from, to) {
  let changed = 0;
  const wanted = new Set();
  for (const file of filesIn(from)) {
    const name = relative(from, file);
    wanted.add(name);
    const target = join(to, name);
    const content = readFileSync(file);
    if (existsSync(target) && content.equals(readFileSync(target))) continue;
    mkdirSync(dirname(target), { recursive: true });
    const temporary = `${target}.${process.pid}`;
    writeFileSync(temporary, content);
    renameSync(temporary, target);
    changed++;
  }
  for (const file of filesIn(to)) {
    if (wanted.has(relative(to, file)) || /\.\d+$/.test(file)) continue;
    rmSync(file, { force: true });
    changed++;
  }
  return changed;
}

function filesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

function binaries() {
  const { bin } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return Object.values(bin).map((file) => join(root, file));
}
