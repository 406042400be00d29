import type { WriteStream } from 'node:tty';
/** The text with everything that is unsafe to print escaped. */
export declare const oneLine: (text: string) => string;
/** A name from a module, in quotes. */
export declare const quoted: (name: string) => string;
export type Style = 'red' | 'yellow' | 'bold' | 'dim' | 'cyan';
export type Paint = (style: Style, text: string) => string;
/** Colours where the stream shows them; FORCE_COLOR and NO_COLOR have the last word, in this order. */
export declare function painter(stream: NodeJS.WriteStream | WriteStream): Paint;
