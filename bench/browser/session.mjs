// One browser that opens one page after another, without a driver: a server of our own makes the pages, a page posts what it
// found out and asks where to go next. Pages are opened at the top level, so that each has the headers it was given, and in an
// origin that counts as secure.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch } from './launch.mjs';

/**
 * @typedef {object} Page
 * @property {string} module the script of the page, a path in this repository; it calls `report` of page-report.mjs
 * @property {string} [csp] Content-Security-Policy of the page and of its workers
 * @property {boolean} [isolated] cross-origin isolated: SharedArrayBuffer, and times of high resolution
 * @property {string} [head] what else stands in its head
 * @property {unknown} [job] what the script gets from job.json beside it
 * @property {Readonly<Record<string, string | Uint8Array>>} [files] beside the page, by name
 *
 * @typedef {{ run(page: Page, timeoutMs?: number): Promise<any>, close(): Promise<void> }} Session
 */

const root = fileURLToPath(new URL('../../', import.meta.url));
/** What is served of the repository. */
const OPEN = /^\/(dist|node_modules|test|bench)\//;
/** @type {Record<string, string>} */
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.mjs': 'text/javascript', '.cjs': 'text/javascript', '.json': 'application/json', '.wasm': 'application/wasm' };

/**
 * @param {import('./launch.mjs').BrowserName} name @param {string} path of the browser
 * @param {string} [cpus] processors to run on
 * @returns {Promise<Session>}
 */
export async function startSession(name, path, cpus) {
  /** @type {{ id: string, page: Page, finish: (answer: { value?: unknown, error?: string }) => void } | undefined} */
  let current;
  /** @type {import('node:http').ServerResponse | undefined} a page that waits to be told where to go */
  let waiting;
  let count = 0;

  const goOn = () => {
    if (current === undefined || waiting === undefined) return;
    waiting.end(`/${current.id}/`);
    waiting = undefined;
  };

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost').pathname;
    response.setHeader('Cache-Control', 'no-store');
    const send = (/** @type {string} */ type, /** @type {string | Uint8Array} */ content) => { response.setHeader('Content-Type', type); response.end(content); };
    // The first page only waits.
    if (url === '/') return send('text/html', '<!doctype html><script src="/bench/browser/page-idle.js"></script>');
    if (url === '/next') {
      waiting = response;
      return goOn();
    }
    if (url === `/${current?.id}/result`) {
      let text = '';
      request.setEncoding('utf8').on('data', (part) => (text += part)).on('end', () => {
        response.end();
        const { finish } = /** @type {NonNullable<typeof current>} */ (current);
        current = undefined;
        finish(JSON.parse(text));
      });
      return undefined;
    }
    // Workers and the scripts of isolated pages have to say it too.
    if (current?.page.csp !== undefined) response.setHeader('Content-Security-Policy', current.page.csp);
    if (current?.page.isolated) {
      response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
      response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
      response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
    }
    const type = TYPES[extname(url)] ?? 'application/octet-stream';
    try {
      if (current !== undefined && url.startsWith(`/${current.id}/`)) {
        const { page, id } = current, file = decodeURIComponent(url.slice(id.length + 2));
        if (file === '') return send('text/html', `<!doctype html><meta charset="utf-8"><title>${id}</title><script src="/bench/browser/page-errors.js"></script>${page.head ?? ''}<script type="module" src="/${page.module}"></script>`);
        if (file === 'job.json') return send('application/json', JSON.stringify(page.job ?? null));
        if (page.files?.[file] !== undefined) return send(type, page.files[file]);
      } else if (OPEN.test(url)) {
        return send(type, readFileSync(join(root, url)));
      }
    } catch {
      // Not there.
    }
    response.statusCode = 404;
    return response.end();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const browser = launch(name, path, `http://127.0.0.1:${port}/`, cpus);
  browser.ended.then((said) => current?.finish({ error: `the browser ended: ${said}` }));

  return {
    run: (page, timeoutMs = 60_000) => new Promise((resolve, reject) => {
      const timer = setTimeout(() => current?.finish({ error: `no answer within ${timeoutMs} ms` }), timeoutMs);
      current = {
        id: `page${++count}`, page, finish({ value, error }) {
          clearTimeout(timer);
          current = undefined;
          if (error === undefined) resolve(value);
          else reject(new Error(`${page.module}: ${error}`));
        },
      };
      goOn();
    }),
    async close() {
      browser.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
