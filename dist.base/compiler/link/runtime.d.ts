/** Declarations of `helpers` and of all they need. Minified, the names that nobody else uses are short ones. */
export declare function runtimeText(helpers: ReadonlySet<string>, minify: boolean): string;
