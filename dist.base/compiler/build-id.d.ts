// What tells one build of the compiler from another: a digest of its files. scripts/build.mjs writes it.
export declare const BUILD_ID: string;
