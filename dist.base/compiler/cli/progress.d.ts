export interface Progress {
    /** One more is done; `name` says which. */
    step(name: string): void;
    /** Takes the bar away, so that other text can be written. */
    clear(): void;
}
export declare function startProgress(total: number, stream?: NodeJS.WriteStream): Progress;
