import type { Lint, ServiceFacts } from '../platform.js';
import type { HpaSpec } from './hpaSpec.js';
/** What surprises people about the metrics of an autoscaler and their targets. */
export declare function lintMetrics(spec: HpaSpec, service: ServiceFacts | undefined): Lint[];
