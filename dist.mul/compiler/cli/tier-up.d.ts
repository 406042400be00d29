/** To be called before the compiler runs. It holds for all threads. */
export declare function delayTierUp(): void;
