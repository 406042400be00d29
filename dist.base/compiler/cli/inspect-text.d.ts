import type { ModuleInfo } from '../inspect.js';
import { type Paint } from './text.js';
/** The report on a module called `file`. */
export declare function describe(info: ModuleInfo, file: string, paint: Paint): string;
