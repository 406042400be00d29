// Data segments travel as base64 in the module text.
/** Value of each character by its code. */
export const base64Values = /*#__PURE__*/ makeBase64Values();
export function makeBase64Values() {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
    const values = new Uint8Array(128);
    for (let i = 0; i < 64; i++)
        values[alphabet.charCodeAt(i)] = i;
    return values;
}
/** Standard base64 without line breaks; not atob, which small engines lack and which makes a string first. */
export function decodeBase64(s) {
    const values = base64Values;
    const padding = s.charCodeAt(s.length - 1) !== 61 ? 0 : s.charCodeAt(s.length - 2) !== 61 ? 1 : 2;
    const bytes = new Uint8Array((s.length / 4) * 3 - padding);
    let at = 0;
    for (let i = 0; i < s.length; i += 4) {
        const word = (values[s.charCodeAt(i)] << 18) | (values[s.charCodeAt(i + 1)] << 12) | (values[s.charCodeAt(i + 2)] << 6) | values[s.charCodeAt(i + 3)];
        // Stores beyond the end, from the padding, do nothing.
        bytes[at++] = word >> 16;
        bytes[at++] = word >> 8;
        bytes[at++] = word;
    }
    return bytes;
}
