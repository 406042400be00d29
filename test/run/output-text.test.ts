// The output as text: an independent parser must take it as ES2017 without
// classes, and it may use no global beyond those listed, in particular none that
// makes code from strings.
import { parse, type AnyNode } from 'acorn';
import { describe, expect, test } from 'vitest';
import { loadCompiler } from '../../bench/peers.mjs';
import { realModules } from '../../bench/real-modules.mjs';
import { compileKernel, kernelNames } from './built-kernels.ts';

const allowedGlobals = new Set([
  'undefined', 'NaN', 'Infinity', 'globalThis', 'self', 'global', 'window', 'Object', 'Array', 'Math', 'Number',
  'String', 'Symbol', 'Map', 'Set', 'WeakMap', 'WeakSet', 'WeakRef', 'Proxy', 'JSON', 'Error', 'TypeError',
  'RangeError', 'Reflect', 'ArrayBuffer', 'SharedArrayBuffer', 'Atomics', 'DataView', 'BigInt', 'Int8Array',
  'Uint8Array', 'Int16Array', 'Uint16Array', 'Int32Array', 'Uint32Array', 'Float32Array', 'Float64Array',
  'BigInt64Array', 'BigUint64Array', 'atob', 'structuredClone', 'TextDecoder',
]);

/** Names used anywhere and declared nowhere. Coarser than scopes, and enough to see what leaks. */
function freeNames(program: AnyNode): string[] {
  const used = new Set<string>(), declared = new Set(['arguments']);
  const declare = (pattern: AnyNode | null | undefined): void => {
    if (pattern === null || pattern === undefined) return;
    if (pattern.type === 'Identifier') declared.add(pattern.name);
    else if (pattern.type === 'AssignmentPattern') declare(pattern.left);
    else if (pattern.type === 'RestElement') declare(pattern.argument);
    else if (pattern.type === 'ArrayPattern') pattern.elements.forEach(declare);
    else if (pattern.type === 'ObjectPattern') for (const property of pattern.properties) declare(property.type === 'Property' ? property.value : property);
  };
  const pending: AnyNode[] = [program];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.type.startsWith('Class')) throw new Error('a class');
    if (node.type === 'MetaProperty') continue; // new.target
    if (node.type === 'Identifier') used.add(node.name);
    if (node.type === 'VariableDeclarator') declare(node.id);
    if (node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression') {
      if (node.type !== 'ArrowFunctionExpression') declare(node.id);
      node.params.forEach(declare);
    }
    if (node.type === 'CatchClause') declare(node.param);
    for (const [key, child] of Object.entries(node)) {
      const isName = (key === 'property' || key === 'key') && !(node as { computed?: boolean }).computed;
      const isLabel = key === 'label' || (node.type === 'ExportSpecifier' && key === 'exported');
      if (isName || isLabel) continue;
      for (const each of Array.isArray(child) ? child : [child]) if (typeof each?.type === 'string') pending.push(each);
    }
  }
  return [...used].filter((name) => !declared.has(name));
}

const check = (code: string, ecmaVersion: 2017 | 2020 = 2017): void => {
  const program = parse(code, { ecmaVersion, sourceType: 'module' });
  expect(freeNames(program).filter((name) => !allowedGlobals.has(name))).toEqual([]);
};

describe('kernels', () => {
  test.each(kernelNames)('%s', async (name) => {
    for (const options of [{ optimize: 0 }, {}, { minify: true }, { readable: true }]) check(await compileKernel(name, options));
    // Interpreters that are as new as their `??`.
    check(await compileKernel(name, { engine: 'hermes' }), 2020);
  });
});

describe('packages', () => {
  test.each(realModules.filter((each) => each.name !== 'esbuild-wasm'))('$name', async ({ read }) => {
    const { compile } = await loadCompiler();
    check(compile(read()).code);
  });
});
