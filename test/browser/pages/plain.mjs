// Makes results comparable as JSON: long bytes as their digest, BigInt as text.

/** @param {unknown} value @returns {Promise<unknown>} */
export async function plain(value) {
  if (typeof value === 'bigint') return `${value}n`;
  if (value instanceof Uint8Array) return value.length <= 32 ? hex(value) : `${value.length} bytes, sha256 ${hex(new Uint8Array(await crypto.subtle.digest('SHA-256', value.slice())))}`;
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  if (Array.isArray(value)) return Promise.all(value.map(plain));
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  if (typeof value === 'object' && value !== null) return Object.fromEntries(await Promise.all(Object.entries(value).map(async ([key, each]) => [key, await plain(each)])));
  return value;
}

/** @param {Uint8Array} bytes */
const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
