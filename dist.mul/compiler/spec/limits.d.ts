export declare const LIMITS: {
    readonly moduleSize: number;
    readonly types: 1000000;
    readonly recGroups: 1000000;
    readonly recGroupSize: 1000000;
    readonly subtypeDepth: 63;
    readonly functions: 1000000;
    readonly imports: 1000000;
    readonly exports: 1000000;
    readonly globals: 1000000;
    readonly tags: 1000000;
    readonly tables: 100000;
    readonly memories: 100000;
    readonly dataSegments: 100000;
    /** Segments and the entries of one segment alike. */
    readonly elementSegments: 10000000;
    readonly functionSize: 7654321;
    /** Parameters included. */
    readonly locals: 50000;
    readonly params: 1000;
    readonly results: 1000;
    readonly structFields: 10000;
    readonly arrayNewFixed: 10000;
    /** Targets of a br_table, the default not counted. */
    readonly brTable: 65520;
    /** Clauses of a try_table; the interface names no figure, engines have their own. */
    readonly catches: 100000;
};
