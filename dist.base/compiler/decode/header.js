// The eight bytes a module starts with. Somebody who passes something else gets to know what it looks
// like and what to do about it.
import { CompileError } from '../spec/errors.js';
import { LIMITS } from '../spec/limits.js';
export const HEADER_SIZE = 8;
const MAGIC = [0x00, 0x61, 0x73, 0x6d];
const VERSION = 1;
const COMPONENT_LAYER = 1;
export function checkHeader(bytes) {
    if (bytes.length === 0)
        throw new CompileError('unexpected end: the input is empty', { offset: 0 });
    const present = Math.min(bytes.length, MAGIC.length);
    for (let i = 0; i < present; i++) {
        if (bytes[i] !== MAGIC[i])
            throw new CompileError(`magic header not detected: ${describeInput(bytes)}`, { offset: 0 });
    }
    if (bytes.length < HEADER_SIZE) {
        throw new CompileError(`unexpected end: a module starts with ${HEADER_SIZE} bytes of magic number and version, here are ${bytes.length}`, { offset: bytes.length });
    }
    const version = bytes[4] | (bytes[5] << 8);
    const layer = bytes[6] | (bytes[7] << 8);
    if (layer === COMPONENT_LAYER) {
        throw new CompileError('unknown binary version: this is a component, not a core module; get the core modules out of it with '
            + '`wasm-tools component unbundle` (or `jco transpile`) and compile those', { offset: 4 });
    }
    if (version !== VERSION || layer !== 0) {
        throw new CompileError(`unknown binary version ${(layer * 0x10000 + version)}: only version ${VERSION} is known`, { offset: 4 });
    }
    if (bytes.length > LIMITS.moduleSize)
        throw new CompileError(`the module has ${bytes.length} bytes, the limit is ${LIMITS.moduleSize}`, { offset: 0 });
}
const SIGNATURES = [
    ['\x1f\x8b', 'it is compressed with gzip; decompress it first'],
    ['PK\x03\x04', 'it is a zip archive; extract the .wasm file first'],
    ['\x28\xb5\x2f\xfd', 'it is compressed with Zstandard; decompress it first'],
    ['\xfd7zXZ', 'it is compressed with xz; decompress it first'],
    ['BC\xc0\xde', 'it is LLVM bitcode; compile it for the target wasm32 and link it'],
    ['\x7fELF', 'it is a native ELF file; build the program for a wasm32 target'],
    ['\xfe\xed\xfa', 'it is a native Mach-O file; build the program for a wasm32 target'],
    ['\xcf\xfa\xed\xfe', 'it is a native Mach-O file; build the program for a wasm32 target'],
    ['MZ', 'it is a native Windows file; build the program for a wasm32 target'],
    ['!<arch>', 'it is an archive of object files; link it into a module first'],
    ['version https://git-lfs', 'it is a Git LFS pointer; fetch the file itself with `git lfs pull`'],
];
function describeInput(bytes) {
    let head = '';
    for (let i = 0; i < Math.min(bytes.length, 200); i++)
        head += String.fromCharCode(bytes[i]);
    for (const [signature, description] of SIGNATURES)
        if (head.startsWith(signature))
            return description;
    const text = head.replace(/^\xef\xbb\xbf/, '').trimStart();
    if (/^\(;|^;;|^\(module\b/.test(text))
        return 'it is WebAssembly text; turn it into a binary with `wat2wasm` or `wasm-tools parse`';
    if (/^<(!doctype|html|head|body|\?xml|!--)/i.test(text))
        return 'it is an HTML page, perhaps an error page in place of the file';
    if (text.startsWith('AGFzb'))
        return 'it is base64; decode it first';
    if (/^[{[]/.test(text))
        return 'it looks like JSON';
    const found = Array.from(bytes.subarray(0, MAGIC.length), (b) => b.toString(16).padStart(2, '0')).join(' ');
    return `the input starts with ${found}, a module with 00 61 73 6d`;
}
