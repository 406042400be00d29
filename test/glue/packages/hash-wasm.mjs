// hash-wasm: many small C modules inlined as base64; SHA-512, BLAKE2b, SHA-3 and
// Argon2 are 64-bit arithmetic from end to end.
import { randomBytes, require } from './inputs.mjs';

export const load = () => require('hash-wasm');

export async function work(hashes) {
  const bytes = randomBytes(100_000, 5);
  const output = {};
  for (const name of ['sha512', 'sha384', 'sha256', 'sha1', 'md5', 'sm3', 'ripemd160', 'whirlpool', 'blake3', 'blake2b', 'blake2s', 'sha3', 'keccak', 'crc32', 'crc64', 'adler32', 'xxhash32', 'xxhash64', 'xxhash3', 'xxhash128']) {
    output[name] = [await hashes[name](bytes), await hashes[name](''), await hashes[name]('grüße')];
  }
  const sha512 = await hashes.createSHA512();
  sha512.init();
  for (let i = 0; i < bytes.length; i += 997) sha512.update(bytes.subarray(i, i + 997));
  output.streamed = sha512.digest();
  const salt = randomBytes(16, 9);
  output.argon2id = await hashes.argon2id({ password: 'secret', salt, parallelism: 1, iterations: 2, memorySize: 64, hashLength: 32, outputType: 'encoded' });
  output.bcrypt = await hashes.bcrypt({ password: 'secret', salt, costFactor: 4, outputType: 'encoded' });
  output.scrypt = await hashes.scrypt({ password: 'secret', salt, costFactor: 64, blockSize: 8, parallelism: 1, hashLength: 32 });
  output.pbkdf2 = await hashes.pbkdf2({ password: 'secret', salt, iterations: 50, hashLength: 32, hashFunction: hashes.createSHA512() });
  return output;
}
