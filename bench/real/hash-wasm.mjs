// hash-wasm: small C modules of straight-line 64-bit arithmetic, inlined as base64.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { randomBytes } from '../../test/glue/packages/inputs.mjs';
import { inlinedModules } from '../real-modules.mjs';
import { freshRequire } from './fresh.mjs';

const require = createRequire(import.meta.url);
const bytes = randomBytes(1_000_000, 5), salt = randomBytes(16, 9);
const load = () => freshRequire('hash-wasm');

/** @param {string} algorithm @param {string} create @param {number} length */
function hash(algorithm, create, length) {
  return {
    name: algorithm,
    modules: () => inlinedModules(fileURLToPath(new URL(`${algorithm}.umd.min.js`, `file://${require.resolve('hash-wasm')}`))),
    load: () => load()[create](),
    work: (/** @type {import('hash-wasm').IHasher} */ hasher) => hasher.init().update(bytes.subarray(0, length)).digest('hex'),
  };
}

export default [
  hash('sha512', 'createSHA512', 1_000_000),
  hash('blake2b', 'createBLAKE2b', 1_000_000),
  hash('blake3', 'createBLAKE3', 1_000_000),
  hash('sha3', 'createSHA3', 300_000),
  {
    ...hash('argon2', '', 0),
    load,
    work: (/** @type {typeof import('hash-wasm')} */ { argon2id }) => argon2id({ password: 'secret', salt, parallelism: 1, iterations: 2, memorySize: 512, hashLength: 32, outputType: 'hex' }),
  },
];
