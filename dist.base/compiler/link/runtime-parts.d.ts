// The runtime's declarations as text, for output that carries its own runtime. scripts/cut-runtime.mjs makes the table when
// the package is built; its source is runtime/.

export interface RuntimePart {
  /** One function declaration, or one `const` or `let` declaration. */
  readonly code: string;
  /** The same without spaces and with short names for what is local to it. Names of parts stand between NULs. */
  readonly minified: string;
  /** Other parts that it names. */
  readonly deps: readonly string[];
}

/** By declared name, in an order in which any selection that is closed under `deps` can be written down and runs. */
export declare const parts: { readonly [name: string]: RuntimePart };
