// The one error a user meets when a module cannot be compiled: it says what is wrong and where.
/** The module is malformed, invalid, beyond a limit, or uses a feature that is off or not lowered. */
export class CompileError extends Error {
    constructor(reason, place = {}) {
        super(describePlace(place) + reason);
        this.name = 'CompileError';
        this.reason = reason;
        this.offset = place.offset;
        this.section = place.section;
        this.func = place.func;
        this.funcName = place.funcName;
    }
}
/** `0x1f3: function 7 "parse": `, or as much of it as is known. */
export function describePlace(p) {
    let s = '';
    if (p.offset !== undefined)
        s += `0x${p.offset.toString(16)}: `;
    if (p.func !== undefined)
        s += `function ${p.func}${p.funcName === undefined ? '' : ` ${JSON.stringify(p.funcName)}`}: `;
    else if (p.section !== undefined)
        s += `${p.section} section: `;
    return s;
}
