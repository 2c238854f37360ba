import type { Exporter } from '../exporter.js';
/**
 * `kubectl get pods -o json`: every instance of a run as a pod, in the order of launches.
 *
 * A cluster forgets pods that are gone; here each stands as it was when it was last seen.
 */
export declare const kubectlExporter: Exporter;
