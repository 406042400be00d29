// The web API's part: compiling from a Response (https://webassembly.github.io/spec/web-api/, "Streaming Module
// Compilation and Instantiation"). The whole body is awaited; there is no compiler that works while bytes arrive.
/** The bytes of a potential WebAssembly response, after the checks that browsers make. */
export function bytesOfResponse(source, where) {
    return Promise.resolve(source).then((response) => {
        if (!isResponse(response))
            throw new TypeError(where + ': Argument 0 must be a Response or a Promise of one');
        const type = response.headers.get('Content-Type');
        // Parameters are not allowed: "application/wasm;charset=…" is refused by browsers too.
        if (type === null || type.trim().toLowerCase() !== 'application/wasm') {
            throw new TypeError(where + ": Incorrect response MIME type. Expected 'application/wasm'.");
        }
        if (response.type === 'opaque' || response.type === 'opaqueredirect' || response.type === 'error')
            throw new TypeError(where + ': the response is not CORS-same-origin');
        if (!response.ok)
            throw new TypeError(where + ': HTTP status code is not ok');
        return response.arrayBuffer().then((buffer) => new Uint8Array(buffer));
    });
}
function isResponse(value) {
    return typeof Response === 'function' && value instanceof Response;
}
