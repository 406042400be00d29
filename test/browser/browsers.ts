// The browsers of this machine as places for tests: each is started once for a file of tests and opens one page after another.
// Which there are, findEngine says: $DEWASM_CHROMIUM and $DEWASM_FIREFOX, or what is on PATH.
import { afterAll, beforeAll, describe } from 'vitest';
import { browserNames, type BrowserName } from '../../bench/browser/launch.mjs';
import { startSession, type Session } from '../../bench/browser/session.mjs';
import { findEngine } from '../../bench/engines.mjs';

export type Run = Session['run'];

/** Scripts and workers of the page's own origin and nothing else: no eval, no `new Function`, no WebAssembly. */
export const STRICT = "default-src 'none'; script-src 'self' 'nonce-dewasm'; connect-src 'self'; worker-src 'self'";

/** Lets bare names of this package be imported without a bundler. */
export const importMap = (imports: Record<string, string>): string => `<script type="importmap" nonce="dewasm">${JSON.stringify({ imports })}</script>`;

export const missing = browserNames.filter((name) => findEngine(name) === undefined);

/** Defines tests once for each browser; they are skipped where it is not installed. */
export function inBrowsers(define: (run: Run, name: BrowserName) => void): void {
  for (const name of browserNames) {
    const path = findEngine(name);
    describe.skipIf(path === undefined)(path === undefined ? `${name}, which is not installed` : name, () => {
      let session: Session | undefined;
      beforeAll(async () => { session = await startSession(name, path!); });
      afterAll(() => session?.close());
      define((page, timeoutMs) => session!.run(page, timeoutMs), name);
    });
  }
}
