// Implementation limits of the WebAssembly JavaScript interface, which engines agree on: a module
// that works in browsers is within them, and a hostile one is refused before it costs anything.
export const LIMITS = {
    moduleSize: 1 << 30,
    types: 1_000_000,
    recGroups: 1_000_000,
    recGroupSize: 1_000_000,
    subtypeDepth: 63,
    functions: 1_000_000,
    imports: 1_000_000,
    exports: 1_000_000,
    globals: 1_000_000,
    tags: 1_000_000,
    tables: 100_000,
    memories: 100_000,
    dataSegments: 100_000,
    /** Segments and the entries of one segment alike. */
    elementSegments: 10_000_000,
    functionSize: 7_654_321,
    /** Parameters included. */
    locals: 50_000,
    params: 1_000,
    results: 1_000,
    structFields: 10_000,
    arrayNewFixed: 10_000,
    /** Targets of a br_table, the default not counted. */
    brTable: 65_520,
    /** Clauses of a try_table; the interface names no figure, engines have their own. */
    catches: 100_000,
};
