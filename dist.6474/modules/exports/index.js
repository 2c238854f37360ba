import { accessLogExporter } from './events/accessLogExporter.js';
import { kubectlExporter } from './events/kubectlExporter.js';
import { k6Exporter } from './k6/k6Exporter.js';
import { k6ResultsExporter } from './results/k6ResultsExporter.js';
import { prometheusExporter } from './results/prometheusExporter.js';
/** Every kind of file that can be exported. */
export const exporters = [
    k6Exporter,
    prometheusExporter,
    k6ResultsExporter,
    accessLogExporter,
    kubectlExporter,
];
