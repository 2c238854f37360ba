import type { Exporter } from './exporter.js';
import { k6Exporter } from './k6/k6Exporter.js';

/** Every kind of file that can be exported. */
export const exporters: readonly Exporter[] = [k6Exporter];
