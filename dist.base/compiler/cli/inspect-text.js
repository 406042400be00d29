import { oneLine, quoted } from './text.js';
/** Longer lists are cut; `--json` has all. */
const LISTED = 40;
const count = (n, one, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;
const percent = (part, whole) => (whole === 0 ? '0%' : `${((100 * part) / whole).toFixed(1)}%`);
/** Columns as wide as their widest cell; columns of numbers to the right. */
function table(rows, right = []) {
    const widths = [];
    for (const row of rows)
        row.forEach((cell, i) => { widths[i] = Math.max(widths[i] ?? 0, cell.length); });
    return rows.map((row) => `  ${row.map((cell, i) => (right.includes(i) ? cell.padStart(widths[i]) : cell.padEnd(widths[i]))).join('  ').trimEnd()}`);
}
function cut(rows, right) {
    const lines = table(rows.slice(0, LISTED), right);
    return rows.length > LISTED ? [...lines, `  … and ${rows.length - LISTED} more`] : lines;
}
function definitions(all) {
    return all.map((d) => [String(d.index), d.type, d.name === undefined ? '' : `$${oneLine(d.name)}`, d.imported ? 'imported' : '']);
}
function verdict(info) {
    if (info.error !== undefined)
        return [`  invalid: ${oneLine(info.error.message)}`];
    const lines = ['  valid'];
    if (info.compilable)
        lines.push('  dewasm can compile it');
    else
        lines.push('  dewasm cannot compile it yet:', ...info.unsupported.map((reason) => `    ${oneLine(reason)}`));
    if (info.features.offByDefault.length > 0)
        lines.push(`  needs --features ${info.features.offByDefault.join(',')}`);
    return lines;
}
function instructions({ instructions: { total, byProposal, i64 } }) {
    const rows = Object.entries(byProposal).sort(([, a], [, b]) => b - a).map(([name, n]) => [name, String(n), percent(n, total)]);
    return table([...rows, ['i64 in all', String(i64), percent(i64, total)]], [1, 2]);
}
function functions({ functions: f }) {
    const rows = f.largest.map((x) => [String(x.index), count(x.size, 'byte'), count(x.locals, 'local'), x.name === undefined ? '' : quoted(x.name)]);
    return [`  ${f.defined} with ${count(f.size, 'byte')} of code, ${f.imported} imported${rows.length > 1 ? '; the largest:' : ''}`, ...table(rows, [0, 1, 2]).map((line) => `  ${line}`)];
}
/** The report on a module called `file`. */
export function describe(info, file, paint) {
    const lines = [`${paint('bold', oneLine(file))}: ${info.name === undefined ? '' : `${quoted(info.name)}, `}${count(info.size, 'byte')}`];
    const part = (title, content) => {
        if (content.length > 0)
            lines.push('', paint('bold', title), ...content);
    };
    part('Verdict', verdict(info));
    part('Features', [`  ${info.features.used.join(' ')}`]);
    part('Sections', cut(info.sections.map((s) => [s.custom ? `custom ${quoted(s.name)}` : s.name, `0x${s.offset.toString(16)}`, count(s.size, 'byte')]), [1, 2]));
    part('Imports', cut(info.imports.map((i) => [`${quoted(i.module)} ${quoted(i.name)}`, i.type])));
    part('Exports', cut(info.exports.map((e) => [quoted(e.name), e.type, `${e.kind} ${e.index}`])));
    part('Memories', cut(definitions(info.memories)));
    part('Tables', cut(definitions(info.tables)));
    part('Globals', cut(definitions(info.globals)));
    part('Tags', cut(definitions(info.tags)));
    if (info.start !== undefined)
        part('Start', [`  function ${info.start.index}${info.start.name === undefined ? '' : ` ${quoted(info.start.name)}`}`]);
    part('Functions', functions(info));
    if (info.instructions.total > 0)
        part('Instructions', instructions(info));
    const { data, elements } = info;
    if (data.segments > 0)
        part('Data', [`  ${count(data.segments, 'segment')} (${data.passive} passive) with ${count(data.bytes, 'byte')}`]);
    if (elements.segments > 0)
        part('Elements', [`  ${count(elements.segments, 'segment')} (${elements.passive} passive) with ${count(elements.entries, 'entry', 'entries')}`]);
    part('Producers', table(info.producers.map((p) => [oneLine(p.field), oneLine(p.name), oneLine(p.version)])));
    if (info.targetFeatures.length > 0)
        part('Target features', [`  ${info.targetFeatures.map(oneLine).join(' ')}`]);
    return `${lines.join('\n')}\n`;
}
