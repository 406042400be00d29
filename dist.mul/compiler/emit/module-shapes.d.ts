import type { Module } from '../spec/module.js';
export declare class Shapes {
    #private;
    /** `used` collects the layouts that are asked for, wherever functions are emitted. */
    constructor(m: Module, used: Set<string>);
    name(typeIndex: number): string;
    declarations(env: {
        helper(name: string): string;
    }): string[];
}
