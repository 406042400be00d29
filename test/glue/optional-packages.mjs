// Packages too large to install with every clone: looked for in the folders of
// $DEWASM_PACKAGES (where .ci/run installs them) and in the project's own
// node_modules. Tests of one that is not there are skipped.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const homes = [process.env.DEWASM_PACKAGES, fileURLToPath(new URL('../..', import.meta.url))].filter((home) => home !== undefined);
const home = (/** @type {string} */ name) => homes.find((each) => existsSync(join(each, 'node_modules', name, 'package.json')));

/** Whether a package is installed anywhere. @param {string} name */
export const isInstalled = (name) => home(name) !== undefined;

/** The `require` of a file beside the packages, or of this project if the package is not there. @param {string} name */
export const requireFor = (name) => createRequire(join(home(name) ?? homes.at(-1), 'package.json'));

/** A file of a package, whether or not the package exports it. @param {string} name @param {string} path */
export const fileOf = (name, path) => join(home(name) ?? homes.at(-1), 'node_modules', name, path);
