// Compiles one module in a fresh process and prints what it took as JSON:
// processor time, memory at its peak, and the size of what came out.
import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { loadCompiler } from './peers.mjs';
import { realModules } from './real-modules.mjs';

const [name, options, outFile] = process.argv.slice(2);
const module = realModules.find((each) => each.name === name);
if (module === undefined) throw new Error(`unknown module ${name}`);
const bytes = module.read();
const { compile } = await loadCompiler();

const memoryBefore = process.resourceUsage().maxRSS;
const cpuBefore = process.cpuUsage();
const start = performance.now();
const { code } = compile(bytes, JSON.parse(options));
const ms = performance.now() - start;
const cpu = process.cpuUsage(cpuBefore);
const memoryAfter = process.resourceUsage().maxRSS;
if (outFile !== undefined) writeFileSync(outFile, code);

console.log(
  JSON.stringify({
    bytes: bytes.length,
    bytesGz: gzipSync(bytes, { level: 9 }).length,
    ms,
    cpuMs: (cpu.user + cpu.system) / 1000,
    memoryMb: memoryAfter / 1024,
    memoryGrowthMb: (memoryAfter - memoryBefore) / 1024,
    code: Buffer.byteLength(code),
    codeGz: gzipSync(code, { level: 9 }).length,
  }),
);
