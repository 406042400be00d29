// Links between the pages lead to files that are there, and those of pages that come with the package to pages that come with it too.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const pages = ['', 'docs'].flatMap((folder) => readdirSync(join(root, folder)).filter((name) => name.endsWith('.md')).map((name) => join(folder, name)));

/** What a page links to, by its path from the root; other sites left out. */
const linksOf = (page: string): string[] =>
  [...readFileSync(join(root, page), 'utf8').matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map((m) => m[1]).filter((to) => !/^[a-z]+:/.test(to)).map((to) => join(dirname(page), to));

it.each(pages)('of %s', (page) => {
  expect(linksOf(page).filter((to) => !existsSync(join(root, to)))).toEqual([]);
});

it('of packed pages go to packed pages, but for what developers of the compiler read', () => {
  const { files } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { files: string[] };
  const patterns = files.map((pattern) => new RegExp(`^${pattern.replace(/\./g, '\\.').replace(/\*/g, '[^/]*')}$`));
  const isPacked = (path: string): boolean => patterns.some((pattern) => pattern.test(path));
  const outside = new Set(pages.filter(isPacked).flatMap(linksOf).filter((to) => !isPacked(to)));
  expect([...outside].sort()).toEqual(['ARCHITECTURE.md', 'CONTRIBUTING.md', 'RATIONALE.md']);
});
