// The one error a user meets when a module cannot be compiled: it says what is wrong and where.

/** Where in the module an error is; every part is optional, the byte offset nearly always known. */
export interface ErrorPlace {
  /** Offset from the first byte of the module. */
  offset?: number;
  /** Section the offset lies in, as the spec names it ("type", "code", …). */
  section?: string;
  /** Function index (imports counted first) and its name from the name section or exports. */
  func?: number;
  funcName?: string;
}

/** The module is malformed, invalid, beyond a limit, or uses a feature that is off or not lowered. */
export class CompileError extends Error {
  override readonly name = 'CompileError';
  readonly offset: number | undefined;
  readonly section: string | undefined;
  readonly func: number | undefined;
  readonly funcName: string | undefined;
  /** The bare reason, without the place that `message` carries. */
  readonly reason: string;

  constructor(reason: string, place: ErrorPlace = {}) {
    super(describePlace(place) + reason);
    this.reason = reason;
    this.offset = place.offset;
    this.section = place.section;
    this.func = place.func;
    this.funcName = place.funcName;
  }
}

/** `0x1f3: function 7 "parse": `, or as much of it as is known. */
function describePlace(p: ErrorPlace): string {
  let s = '';
  if (p.offset !== undefined) s += `0x${p.offset.toString(16)}: `;
  if (p.func !== undefined) s += `function ${p.func}${p.funcName === undefined ? '' : ` ${JSON.stringify(p.funcName)}`}: `;
  else if (p.section !== undefined) s += `${p.section} section: `;
  return s;
}
