// Compile options: builtins of JavaScript strings and imported string constants.
import { ODD, outcome, settled, show, watched } from './tools.mjs';

const IMPORTS = { m: {} };

export const checks = {
  'options': async ({ W, bytes }) => {
    const results = [];
    for (const options of [undefined, null, {}, 5, 'x', { builtins: [] }, { builtins: ['js-string'] }, { builtins: ['js-string', 'js-string'] }, { builtins: ['other'] }, { builtins: 5 }, { builtins: 'js-string' }, { builtins: null }, { builtins: undefined }, { builtins: new Set(['js-string']) }, { builtins: ['js-string', 'other'] }, { importedStringConstants: 'm' }, { importedStringConstants: null }, { importedStringConstants: 5 }, { importedStringConstants: undefined }, { importedStringConstants: Symbol.iterator }, { builtins: [Symbol.iterator] }]) {
      results.push([outcome(() => W.Module.imports(new W.Module(bytes.strings, options))), outcome(() => W.validate(bytes.strings, options)), outcome(() => W.validate(bytes.badStrings, options)), outcome(() => new W.Module(bytes.badStrings, options)), await settled(() => W.compile(bytes.strings, options).then(() => 'compiled')), await settled(() => W.instantiate(bytes.strings, IMPORTS, options).then(() => 'linked'))]);
    }
    return results;
  },
  'order': ({ W, bytes }) => {
    const log = [];
    outcome(() => new W.Module(bytes.strings, watched(log, { builtins: ['js-string'], importedStringConstants: 'm' })));
    outcome(() => new W.Module(5, watched(log, {})));
    return log;
  },
  'string functions': ({ W, bytes }) => {
    const e = new W.Instance(new W.Module(bytes.strings, { builtins: ['js-string'], importedStringConstants: 'c' }), { m: {} }).exports;
    const strings = ['', 'a', 'abc', 'é😀', '\uD83D', 'a\0b', ...ODD];
    const results = { constant: outcome(() => e.constant()) };
    for (const name of ['test', 'length', 'cast']) results[name] = strings.map((s) => outcome(() => e[name](s)));
    for (const name of ['concat', 'equals', 'compare']) results[name] = strings.flatMap((a) => strings.slice(0, 9).map((b) => outcome(() => e[name](a, b))));
    for (const name of ['charCodeAt', 'codePointAt']) results[name] = strings.map((s) => [-1, 0, 1, 2, 3, 2 ** 31].map((k) => outcome(() => e[name](s, k))));
    results.substring = strings.map((s) => [[0, 1], [1, 9], [2, 1], [-1, 2], [0, -1], [1, 1]].map(([a, b]) => outcome(() => e.substring(s, a, b))));
    results.fromCharCode = [65, -1, 0xD83D, 0x10041, 0].map((c) => outcome(() => e.fromCharCode(c)));
    results.fromCodePoint = [65, -1, 0xD83D, 0x1F600, 0x110000, 0].map((c) => outcome(() => e.fromCodePoint(c)));
    return results;
  },
  'the namespace of builtins is not read': ({ W, bytes }) => {
    const log = [];
    outcome(() => new W.Instance(new W.Module(bytes.strings, { builtins: ['js-string'], importedStringConstants: 'c' }), watched(log, {})));
    outcome(() => new W.Instance(new W.Module(bytes.strings), watched(log, {})));
    return [log, show(W.Module.imports(new W.Module(bytes.strings, { builtins: ['js-string'] })))];
  },
};
