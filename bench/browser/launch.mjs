// Starts a browser without a window on one page, in a new profile that it forgets, and with everything turned off that
// it would do by itself: updates, telemetry, first-run pages.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pinned } from '../engines.mjs';

/** The browsers that can be started, as `findEngine` knows them. @typedef {'chromium' | 'firefox'} BrowserName */
export const browserNames = /** @type {const} */ (['chromium', 'firefox']);
/** @param {string} name @returns {name is BrowserName} */
export const isBrowser = (name) => browserNames.includes(/** @type {BrowserName} */ (name));

const CHROMIUM = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-dev-shm-usage', '--no-first-run', '--no-default-browser-check', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-extensions', '--disable-renderer-backgrounding', '--disable-backgrounding-occluded-windows', '--mute-audio',
];

/** @type {Record<string, string | number | boolean>} */
const FIREFOX = {
  'app.normandy.enabled': false,
  'app.update.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.cache.disk.enable': false,
  'browser.newtabpage.enabled': false,
  'browser.safebrowsing.downloads.remote.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.startup.page': 0,
  'browser.tabs.crashReporting.sendReport': false,
  'datareporting.healthreport.uploadEnabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'dom.max_script_run_time': 0,
  'extensions.getAddons.cache.enabled': false,
  'extensions.update.enabled': false,
  'media.gmp-manager.updateEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.dns.disablePrefetch': true,
  'network.prefetch-next': false,
  // Times to the microsecond instead of the millisecond.
  'privacy.reduceTimerPrecision': false,
  'services.settings.server': 'data:,',
  'toolkit.telemetry.enabled': false,
  'toolkit.telemetry.reportingpolicy.firstRun': false,
};

/**
 * @param {BrowserName} name @param {string} path @param {string} url
 * @param {string | undefined} cpus processors to run on, as taskset takes them
 * @returns {{ close: () => void, ended: Promise<string> }} `ended`: what it said, once it has ended by itself
 */
export function launch(name, path, url, cpus) {
  const profile = mkdtempSync(join(tmpdir(), `dewasm-${name}-`));
  if (name === 'firefox') writeFileSync(join(profile, 'user.js'), Object.entries(FIREFOX).map(([key, value]) => `user_pref(${JSON.stringify(key)}, ${JSON.stringify(value)});\n`).join(''));
  const args = name === 'chromium' ? [...CHROMIUM, `--user-data-dir=${profile}`, url] : ['--headless', '--no-remote', '--profile', profile, url];
  const [command, all] = cpus === undefined ? [path, args] : pinned(path, args, cpus);
  // A group of its own, because it has many processes.
  const child = spawn(command, all, { env: { ...process.env, HOME: profile, MOZ_CRASHREPORTER_DISABLE: '1' }, stdio: ['ignore', 'ignore', 'pipe'], detached: true });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text) => { said = (said + text).slice(-2000); });
  const ended = new Promise((resolve) => {
    child.on('error', (error) => resolve(String(error)));
    child.on('close', (code, signal) => resolve(`exit ${code ?? signal}: ${said}`));
  });
  const close = () => {
    process.off('exit', close);
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It has ended already.
    }
    // Its processes end one after another, and may still write.
    rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  };
  process.on('exit', close);
  return { close, ended };
}
