import type { Exporter } from './exporter.js';
/** Every kind of file that can be exported. */
export declare const exporters: readonly Exporter[];
