import { type Statement } from './ast.js';
import type { Frame } from './frames.js';
export declare function loopStatement(frame: Frame, body: Statement[]): Statement;
