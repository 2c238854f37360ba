import { k6Importer } from './k6/k6Importer.js';
import { logImporter } from './log/logImporter.js';
import { prometheusImporter } from './prometheus/prometheusImporter.js';
/** Every kind of file that can be imported. */
export const importers = [k6Importer, logImporter, prometheusImporter];
