import type { FuncType, Module } from '../spec/module.js';
/** Whom the glue asks for runtime helpers, and for the canonical types that concrete references are checked against. */
export interface GlueNeeds {
    helper(name: string): string;
    canonicalTypes(): string;
    /** A NaN may be an object (runtime/nan.ts). */
    readonly exactNaNs?: boolean;
}
/** `raw=>(a0,a1)=>{…}` */
export declare function exportGlue(type: FuncType, needs: GlueNeeds): string;
/** `host=>(a0,h0)=>{…}` */
export declare function importGlue(type: FuncType, needs: GlueNeeds): string;
/** Collects the factories a module needs, one pair of declarations per signature. */
export declare class ModuleGlue {
    #private;
    readonly declarations: string[];
    constructor(m: Module, needs: GlueNeeds);
    /** Name of the factory of JS functions for raw functions of a type. */
    exportFactory(typeIndex: number): string;
    /** Name of the factory of raw functions for host functions. */
    importFactory(typeIndex: number): string;
    /** `{3:[$x3,0]}` */
    literal(): string;
}
