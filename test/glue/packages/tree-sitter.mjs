// The incremental parser with a grammar that is linked to it at run time: a side module of Emscripten's dynamic linking, which
// imports the parser's memory and table, grows both, and puts its functions into the table.
import { readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { fileOf } from '../optional-packages.mjs';
import { sourceOf, thrownBy } from './inputs.mjs';

export async function load() {
  const library = await import(pathToFileURL(fileOf('web-tree-sitter', 'web-tree-sitter.js')).href);
  await library.Parser.init();
  const language = await library.Language.load(new Uint8Array(readFileSync(fileOf('tree-sitter-javascript', 'tree-sitter-javascript.wasm'))));
  return { ...library, language };
}

export async function work({ Parser, Query, Edit, language }) {
  const parser = new Parser();
  parser.setLanguage(language);
  const source = sourceOf('acorn/dist/acorn.js').slice(0, 60_000);
  const tree = parser.parse(source);
  const text = tree.rootNode.toString();
  const query = new Query(language, '(call_expression function: (member_expression property: (property_identifier) @name (#eq? @name "push")))');
  const output = {
    language: [language.abiVersion, language.nodeTypeCount, language.fieldCount],
    nodes: tree.rootNode.descendantCount,
    tree: [text.length, createHash('sha256').update(text).digest('hex')],
    captures: query.captures(tree.rootNode).map(({ node }) => [node.startIndex, node.startPosition]),
    regular: parser.parse('let x = `a${1 + 2}b`; /re[/]gx/g; class A { #p = 1; static async *f() {} }').rootNode.toString(),
    wrong: parser.parse('let = = {{ ( ` ${').rootNode.toString(),
    query: thrownBy(() => new Query(language, '(nope)')),
  };
  const before = parser.parse('let x = 1;\nf(x)\n');
  const position = (column) => ({ row: 0, column });
  before.edit(new Edit({ startIndex: 0, oldEndIndex: 5, newEndIndex: 9, startPosition: position(0), oldEndPosition: position(5), newEndPosition: position(9) }));
  const after = parser.parse('const xyz = 1;\nf(x)\n', before);
  output.edited = [after.rootNode.toString(), before.getChangedRanges(after)];
  return output;
}
