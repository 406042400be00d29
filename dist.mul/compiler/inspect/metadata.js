// Custom sections by which tools say what made a module (`producers`) and what it relies on (`target_features`). They are
// conventions, so a section that cannot be read is left out.
import { ByteReader } from '../decode/reader.js';
import { CompileError } from '../spec/errors.js';
function readCustom(m, name, read) {
    const section = m.customs.find((c) => c.name === name);
    if (section === undefined)
        return [];
    try {
        return read(new ByteReader(m.bytes, section.bytes.start, section.bytes.end));
    }
    catch (e) {
        if (e instanceof CompileError)
            return [];
        throw e;
    }
}
export function readProducers(m) {
    return readCustom(m, 'producers', (r) => {
        const producers = [];
        for (let fields = r.u32(); fields > 0; fields--) {
            const field = r.name();
            for (let values = r.u32(); values > 0; values--)
                producers.push({ field, name: r.name(), version: r.name() });
        }
        return producers;
    });
}
/** With their prefix: `+simd128`, `-atomics`. */
export function readTargetFeatures(m) {
    return readCustom(m, 'target_features', (r) => {
        const features = [];
        for (let n = r.u32(); n > 0; n--)
            features.push(String.fromCharCode(r.byte()) + r.name());
        return features;
    });
}
