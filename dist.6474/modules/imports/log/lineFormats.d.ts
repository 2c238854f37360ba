import type { LineFormat } from './lineFormat.js';
/** Every format of a line that is read. */
export declare const lineFormats: readonly LineFormat[];
