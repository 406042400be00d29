// What the checks beside the engine say results with: plain data that two engines can be compared by.

/** The value of `f`, or the class of what it throws. Messages differ between engines and are not compared. @param {() => unknown} f */
export function outcome(f) {
  try {
    return show(f());
  } catch (error) {
    return thrown(error);
  }
}
/** @param {unknown} error */
export const thrown = (error) => `throws ${error instanceof Error || error?.constructor !== undefined ? error.constructor.name : show(error)}`;

/** @param {() => Promise<unknown>} f */
export async function settled(f) {
  let promise;
  try {
    promise = f();
  } catch (error) {
    return `at once ${thrown(error)}`;
  }
  return promise.then(show, (error) => `rejects: ${thrown(error)}`);
}

/** @param {unknown} v @returns {unknown} */
export function show(v) {
  if (Object.is(v, -0)) return '-0';
  if (v === null || typeof v === 'boolean' || typeof v === 'string' || (typeof v === 'number' && Number.isFinite(v))) return v;
  if (typeof v === 'bigint') return `${v}n`;
  if (Array.isArray(v)) return v.map(show);
  if (typeof v === 'function') return `function ${v.name}/${v.length}`;
  if (typeof v === 'object') {
    const tag = Object.prototype.toString.call(v).slice(8, -1);
    if (tag !== 'Object') return `${tag}${v instanceof ArrayBuffer ? ` ${v.byteLength}` : ''}`;
    return Object.fromEntries(Reflect.ownKeys(v).map((key) => [String(key), show(v[key])]));
  }
  return String(v);
}

/** Everything `o` owns, with the attributes of each property. @param {object} o */
export function properties(o) {
  const all = Object.getOwnPropertyDescriptors(o);
  return Object.fromEntries(Reflect.ownKeys(all).filter((key) => typeof key === 'string' || key.description.startsWith('Symbol.')).map((key) => {
    const { value, get, set, writable, enumerable, configurable } = all[key];
    const flags = `${writable === true ? 'w' : ''}${enumerable ? 'e' : ''}${configurable ? 'c' : ''}`;
    if (get !== undefined || set !== undefined) return [String(key), `${flags} get ${get && show(get)} set ${set && show(set)}`];
    return [String(key), `${flags} ${typeof value === 'object' ? Object.prototype.toString.call(value) : String(show(value))}`];
  }).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** An object whose properties say when they are read. @param {string[]} log @param {Record<string, unknown>} values @param {string} [name] */
export function watched(log, values, name = '') {
  return new Proxy(values, {
    get(target, key) {
      log.push(`get ${name}${String(key)}`);
      return target[key];
    },
    has(target, key) {
      log.push(`has ${name}${String(key)}`);
      return key in target;
    },
  });
}

/** Values that say when they are converted. @param {string[]} log @param {string} name @param {unknown} value */
export const converted = (log, name, value) => ({ valueOf() { log.push(name); return value; }, toString() { log.push(`${name} as text`); return String(value); } });

/** What is no object of any kind that an argument may be. */
export const ODD = [undefined, null, false, 5, 5n, 'text', Symbol.iterator, {}, [], () => 0];
