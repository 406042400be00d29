// Scripts (format iife) run in QuickJS, an interpreter that has neither
// WebAssembly nor a JIT.
import { getQuickJS, type QuickJSWASMModule } from 'quickjs-emscripten';
import { beforeAll, describe, expect, test } from 'vitest';
import { compileKernel, kernelNames, nativeResult, quickArgument } from './built-kernels.ts';

let quickjs: QuickJSWASMModule;
beforeAll(async () => {
  quickjs = await getQuickJS();
});

describe('QuickJS', () => {
  test.each(kernelNames)('%s', async (name) => {
    for (const engine of ['any', 'quickjs'] as const) {
      const script = await compileKernel(name, { format: 'iife', name: 'kernel', engine });
      const result = quickjs.evalCode(`${script}\n;String(kernel.instantiate({}).run(${quickArgument(name)}))`, { memoryLimitBytes: 256 << 20 });
      expect(result, engine).toBe(nativeResult(name));
    }
  });
});
