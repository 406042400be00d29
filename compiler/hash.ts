// The SHA-256 of a module, for who looks modules up by it. By the host where that has it at hand and the module is not
// small: of 14 MB our own takes a hundredth of the time to compile them.
import { sha256 } from '../runtime/webassembly/sha256.js';

/** Below it, loading the host's takes longer. */
const SMALL = 1 << 16;

interface Hash { update(bytes: Uint8Array): Hash; digest(form: 'hex'): string }
interface NodeCrypto { createHash(name: 'sha256'): Hash }

export function hashOf(bytes: Uint8Array): string {
  if (bytes.length < SMALL) return sha256(bytes);
  const { process } = globalThis as { process?: { getBuiltinModule?: (name: string) => unknown } };
  const crypto = process?.getBuiltinModule?.('node:crypto') as NodeCrypto | undefined;
  return crypto === undefined ? sha256(bytes) : crypto.createHash('sha256').update(bytes).digest('hex');
}
