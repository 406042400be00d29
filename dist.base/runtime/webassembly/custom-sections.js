// Module.customSections(): the custom sections of a valid module's bytes, by name.
export function customSectionsNamed(bytes, name) {
    const found = [];
    const wanted = utf8(name);
    if (wanted === undefined)
        return found;
    let at = 8; // magic number and version
    const varuint = () => {
        let value = 0;
        for (let shift = 0;; shift += 7) {
            const byte = bytes[at++];
            value |= (byte & 0x7f) << shift;
            if (byte < 0x80)
                return value >>> 0;
        }
    };
    while (at < bytes.length) {
        const id = bytes[at++];
        const size = varuint();
        const end = at + size;
        if (id === 0) {
            const nameLength = varuint();
            const start = at;
            if (nameLength === wanted.length && wanted.every((byte, i) => bytes[start + i] === byte)) {
                found.push(bytes.slice(start + nameLength, end).buffer);
            }
        }
        at = end;
    }
    return found;
}
/** The UTF-8 bytes of `text`; undefined if it has lone surrogates, which no section's name can have. */
function utf8(text) {
    let escaped;
    try {
        escaped = encodeURIComponent(text); // unlike TextEncoder, in every engine
    }
    catch (_a) {
        return undefined;
    }
    const bytes = [];
    for (let i = 0; i < escaped.length; i++) {
        if (escaped[i] !== '%')
            bytes.push(escaped.charCodeAt(i));
        else {
            bytes.push(parseInt(escaped.slice(i + 1, i + 3), 16));
            i += 2;
        }
    }
    return bytes;
}
