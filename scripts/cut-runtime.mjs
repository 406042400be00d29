// Cuts the compiled runtime into its top-level declarations, so that output carries just those it reaches. That works because
// the runtime keeps to a few rules, which are checked here: only functions and variables at top level, every name once in
// the whole runtime, imports by their own names, nothing that runs by itself. Each part comes readable and minified.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';
import { parse } from 'acorn';
import { generate } from 'astring';
import { transformSync } from 'esbuild-wasm';

/** Folders of the runtime that output inlines; the others are entries of their own. */
const folders = ['.', 'api', 'gc'];

/** Text of the module that holds the table, and how many parts it has. */
export function cutRuntime(runtime) {
  const parts = new Map();
  for (const folder of folders) {
    for (const name of readdirSync(join(runtime, folder)).sort()) {
      if (name.endsWith('.js')) cutFile(join(folder, name), readFileSync(join(runtime, folder, name), 'utf8'), parts);
    }
  }
  for (const [name, part] of parts) {
    part.deps = [...new Set(freeNames(part.node).map(({ name }) => name))].filter((dep) => dep !== name && parts.has(dep));
    // Inlined, a part called like a host's global would hide that from the others.
    for (const dep of part.deps) if (parts.get(dep).file !== part.file && !part.imports.has(dep)) throw new Error(`runtime/${part.file}: ${name} uses ${dep} without importing it, and a part of that name exists`);
    part.code = generate(part.node, { indent: '  ' }).trimEnd();
  }
  const order = orderParts(parts);
  const minified = minify(order.map((name) => parts.get(name).code).join('\n'), parts);
  const rows = order.map((name) => {
    const { code, deps } = parts.get(name);
    return `  ${JSON.stringify(name)}: ${JSON.stringify({ code, minified: minified.get(name), deps })},\n`;
  });
  checkAll(order, parts, (name) => parts.get(name).code);
  checkAll(order, parts, (name) => minified.get(name).replaceAll('\0', ''));
  return { count: order.length, text: `// Made by scripts/cut-runtime.mjs from runtime/.\nexport const parts = {\n${rows.join('')}};\n` };
}

function cutFile(file, text, parts) {
  const refuse = (node, why) => {
    throw new Error(`runtime/${file}:${text.slice(0, node.start).split('\n').length}: ${why}`);
  };
  const imports = new Set();
  const add = (name, node) => {
    if (parts.has(name)) refuse(node, `${name} is declared in runtime/${parts.get(name).file} as well`);
    parts.set(name, { file, node, imports });
  };
  for (const statement of parse(text, { ecmaVersion: 2017, sourceType: 'module' }).body) {
    let node = statement;
    if (node.type === 'ImportDeclaration') {
      for (const s of node.specifiers) {
        if (s.type !== 'ImportSpecifier' || s.imported.name !== s.local.name) refuse(node, 'only plain named imports can be inlined');
        imports.add(s.local.name);
      }
      continue;
    }
    if (node.type === 'ExportNamedDeclaration') {
      if (node.declaration === null || node.declaration === undefined) {
        for (const s of node.specifiers) if (s.exported.name !== s.local.name) refuse(node, 'exports must not rename');
        continue;
      }
      node = node.declaration;
    }
    if (node.type === 'FunctionDeclaration') add(node.id.name, node);
    else if (node.type === 'VariableDeclaration') {
      for (const declarator of node.declarations) {
        if (declarator.id.type !== 'Identifier') refuse(node, 'top-level patterns cannot be inlined');
        add(declarator.id.name, { ...node, declarations: [declarator] });
      }
    } else refuse(node, `${node.type} at top level: only functions and variables can be inlined`);
  }
}

/** Identifiers that `node` uses and does not declare itself. A name declared anywhere in a function is local to all of it. */
function freeNames(node) {
  const free = [];
  visit(node, []);
  return free;

  function visit(node, scopes) {
    if (node === null || typeof node !== 'object') return;
    if (Array.isArray(node)) {
      for (const child of node) visit(child, scopes);
      return;
    }
    switch (node.type) {
      case 'Identifier':
        if (!scopes.some((scope) => scope.has(node.name))) free.push(node);
        return;
      case 'MemberExpression':
        visit(node.object, scopes);
        if (node.computed) visit(node.property, scopes);
        return;
      case 'Property':
        if (node.computed) visit(node.key, scopes);
        visit(node.shorthand ? { ...node.value, key: `${node.key.name}:` } : node.value, scopes);
        return;
      case 'LabeledStatement':
        visit(node.body, scopes);
        return;
      case 'BreakStatement': case 'ContinueStatement': case 'MetaProperty':
        return;
      case 'FunctionDeclaration': case 'FunctionExpression': case 'ArrowFunctionExpression': {
        const scope = new Set();
        if (node.type === 'FunctionExpression' && node.id) scope.add(node.id.name);
        node.params.forEach((param) => declare(param, scope));
        collect(node.body, scope);
        const inner = [...scopes, scope];
        visit(node.params, inner);
        visit(node.body, inner);
        return;
      }
      default:
        for (const key of Object.keys(node)) if (key !== 'type' && key !== 'start' && key !== 'end') visit(node[key], scopes);
    }
  }

  /** Declarations in a function's body, not in functions inside it. */
  function collect(node, scope) {
    if (node === null || typeof node !== 'object') return;
    if (Array.isArray(node)) {
      for (const child of node) collect(child, scope);
      return;
    }
    if (node.type === 'VariableDeclarator') declare(node.id, scope);
    if (node.type === 'CatchClause' && node.param) declare(node.param, scope);
    if (node.type === 'FunctionDeclaration') {
      scope.add(node.id.name);
      return;
    }
    if (node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression') return;
    for (const key of Object.keys(node)) if (key !== 'type') collect(node[key], scope);
  }

  function declare(pattern, scope) {
    switch (pattern && pattern.type) {
      case 'Identifier': scope.add(pattern.name); break;
      case 'AssignmentPattern': declare(pattern.left, scope); break;
      case 'RestElement': declare(pattern.argument, scope); break;
      case 'ArrayPattern': pattern.elements.forEach((element) => declare(element, scope)); break;
      case 'ObjectPattern': pattern.properties.forEach((property) => declare(property.value || property, scope)); break;
    }
  }
}

/**
 * Declarations without spaces and with short local names, by declared name; names of parts stand between NULs, so that they
 * can be replaced. Statements stay as they are: merging them would merge parts. All parts at once, because starting esbuild
 * takes longer than its work.
 */
function minify(text, parts) {
  const { code } = transformSync(text, { minifyWhitespace: true, minifyIdentifiers: true, target: 'es2017', charset: 'utf8' });
  const pieces = new Map();
  for (const node of parse(code, { ecmaVersion: 2017, sourceType: 'script' }).body) {
    if (node.type === 'FunctionDeclaration') pieces.set(node.id.name, markNames(code, node, [node.id, ...freeNames(node)], parts));
    else for (const declarator of node.declarations) pieces.set(declarator.id.name, `${node.kind} ${markNames(code, declarator, freeNames(declarator), parts)};`);
  }
  return pieces;
}

/** The text of `node` with marks around those of the identifiers that are names of parts. */
function markNames(code, node, identifiers, parts) {
  let text = '', from = node.start;
  for (const { start, end, name, key = '' } of identifiers.sort((a, b) => a.start - b.start)) {
    if (!parts.has(name)) continue;
    text += `${code.slice(from, start)}${key}\0${name}\0`;
    from = end;
  }
  return text + code.slice(from, node.end);
}

/** Functions are hoisted; a variable comes after all variables that its initialiser may touch, also through functions. */
function orderParts(parts) {
  const order = [];
  const seen = new Set();
  const place = (name) => {
    if (seen.has(name)) return;
    seen.add(name);
    for (const dep of parts.get(name).deps) place(dep);
    order.push(name);
  };
  for (const name of parts.keys()) place(name);
  return order;
}

/** Runs each part with what it needs and nothing else, in the table's order: a wrong order would throw. */
function checkAll(order, parts, textOf) {
  for (const name of order) {
    const needed = new Set();
    const need = (name) => {
      if (needed.has(name)) return;
      needed.add(name);
      parts.get(name).deps.forEach(need);
    };
    need(name);
    const text = order.filter((name) => needed.has(name)).map(textOf).join('\n');
    try {
      vm.runInNewContext(`'use strict';\n${text}`);
    } catch (error) {
      throw new Error(`runtime part ${name} (runtime/${parts.get(name).file}) does not run alone: ${error.message}`, { cause: error });
    }
  }
}
