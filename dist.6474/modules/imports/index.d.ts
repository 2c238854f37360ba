import type { Importer } from './importer.js';
/** Every kind of file that can be imported. */
export declare const importers: readonly Importer[];
