/** Where an option can be given. */
export type OptionPlace = 'both' | 'cli' | 'api';
interface RowBase {
    /** Name in the API; the flag is the same in kebab case. */
    readonly name: string;
    readonly help: string;
    readonly where: OptionPlace;
    /** Values (as text) that are planned but refused today. */
    readonly missing?: readonly string[];
}
export interface ChoiceRow extends RowBase {
    readonly type: 'choice';
    readonly choices: readonly string[];
    readonly default: string;
}
export interface FlagRow extends RowBase {
    readonly type: 'flag';
    readonly default: boolean;
}
export interface IntegerRow extends RowBase {
    readonly type: 'integer';
    readonly min: number;
    readonly max: number;
    readonly default: number;
}
/** Names separated by commas, or in the API also an array of them. */
export interface ListRow extends RowBase {
    readonly type: 'list';
    readonly value: string;
    readonly default: string;
}
export interface TextRow extends RowBase {
    readonly type: 'text'; /** What stands for the value in help. */
    readonly value: string;
    readonly default: string | undefined;
}
export type OptionRow = ChoiceRow | FlagRow | IntegerRow | ListRow | TextRow;
export declare const OPTIONS: readonly [{
    readonly name: 'format';
    readonly type: 'choice';
    readonly choices: readonly ["esm", "cjs", "iife"];
    readonly default: 'esm';
    readonly where: 'both';
    readonly help: 'Kind of JavaScript file: an ES module, a CommonJS module, or a script that sets a global variable';
}, {
    readonly name: 'bindings';
    readonly type: 'choice';
    readonly choices: readonly ["instantiate", "esm"];
    readonly default: 'instantiate';
    readonly where: 'both';
    readonly help: 'What the file exports: a function that instantiates, or the wasm exports themselves (WebAssembly/ESM integration)';
}, {
    readonly name: 'runtime';
    readonly type: 'choice';
    readonly choices: readonly ["inline", "import"];
    readonly default: 'inline';
    readonly where: 'both';
    readonly help: 'Where helpers come from: the parts that are needed are in the file, or imported from dewasm/runtime';
}, {
    readonly name: 'data';
    readonly type: 'choice';
    readonly choices: readonly ["inline", "file"];
    readonly default: 'inline';
    readonly where: 'both';
    readonly help: 'Where data segments go: base64 in the file, or a binary file beside it that is passed to instantiate(imports, data)';
}, {
    readonly name: 'optimize';
    readonly type: 'integer';
    readonly min: 0;
    readonly max: 3;
    readonly default: 2;
    readonly where: 'both';
    readonly help: 'Effort spent on fast output';
}, {
    readonly name: 'minify';
    readonly type: 'flag';
    readonly default: false;
    readonly where: 'both';
    readonly help: 'No white space';
}, {
    readonly name: 'readable';
    readonly type: 'flag';
    readonly default: false;
    readonly where: 'both';
    readonly help: 'Names from the name section and code laid out for reading';
}, {
    readonly name: 'sourceMap';
    readonly type: 'flag';
    readonly default: false;
    readonly where: 'both';
    readonly missing: readonly ["true"];
    readonly help: 'Also make a source map';
}, {
    readonly name: 'types';
    readonly type: 'flag';
    readonly default: false;
    readonly where: 'both';
    readonly help: 'Also make a TypeScript declaration file';
}, {
    readonly name: 'traps';
    readonly type: 'choice';
    readonly choices: readonly ["all", "none"];
    readonly default: 'all';
    readonly where: 'both';
    readonly help: 'Whether code that traps in WebAssembly must trap here too; none leaves checks out and what happens instead is undefined';
}, {
    readonly name: 'nan';
    readonly type: 'choice';
    readonly choices: readonly ["fast", "exact"];
    readonly default: 'fast';
    readonly where: 'both';
    readonly help: 'Whether the bits of NaNs may change where JavaScript engines change them';
}, {
    readonly name: 'features';
    readonly type: 'list';
    readonly value: 'list';
    readonly default: 'default';
    readonly where: 'both';
    readonly help: 'WebAssembly features to accept: all, default, mvp, or names of proposals, with - in front to turn one off';
}, {
    readonly name: 'jspi';
    readonly type: 'list';
    readonly value: 'imports';
    readonly default: '';
    readonly where: 'both';
    readonly help: 'Imports that may be WebAssembly.Suspending functions: all, or module.name with * for any text';
}, {
    readonly name: 'engine';
    readonly type: 'choice';
    readonly choices: readonly ["any", "v8", "jsc"];
    readonly default: 'any';
    readonly where: 'both';
    readonly missing: readonly ["jsc"];
    readonly help: 'The JavaScript engine to tune the output for';
}, {
    readonly name: 'name';
    readonly type: 'text';
    readonly value: 'identifier';
    readonly default: undefined;
    readonly where: 'both';
    readonly help: 'Name of the global variable (--format iife)';
}, {
    readonly name: 'printIrAfter';
    readonly type: 'text';
    readonly value: 'pass';
    readonly default: undefined;
    readonly where: 'both';
    readonly help: 'Print the functions after this pass instead of compiling';
}];
type Row = (typeof OPTIONS)[number];
/** What is passed for an option, and what it becomes. */
type Given<R> = R extends {
    type: 'list';
} ? string | readonly string[] : Value<R>;
type Value<R> = R extends {
    type: 'choice';
    choices: readonly (infer C)[];
} ? C : R extends {
    type: 'flag';
} ? boolean : R extends {
    type: 'integer';
} ? number : R extends {
    default: undefined;
} ? string | undefined : string;
/** What `compile` takes: any of the options. */
export type CompileOptions = {
    readonly [R in Row as R['name']]?: Given<R>;
};
/** All options with their values settled. */
export type Options = {
    readonly [R in Row as R['name']]: Value<R>;
};
/** An option that does not exist, has a wrong value, or is not supported yet. */
export declare class OptionError extends TypeError {
    readonly name = "OptionError";
    /** As in the API, even when the message names the flag. */
    readonly option: string;
    constructor(option: string, message: string);
}
/** `sourceMap` -> `--source-map`. */
export declare const flagOf: (name: string) => string;
/** Fills in defaults; throws an `OptionError` for anything it does not know. `spell` says how messages name an option. */
export declare function resolveOptions(given?: object, spell?: (name: string) => string): Options;
export {};
