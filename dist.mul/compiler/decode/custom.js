export function decodeCustomSection(r, m) {
    const name = r.name();
    m.customs.push({ name, bytes: { start: r.pos, end: r.end } });
    r.pos = r.end;
}
