import type { Lint, ServiceFacts } from '../platform.js';
import type { HpaSpec } from './hpaSpec.js';
/** What surprises people about an autoscaler, in the order of its manifest. */
export declare function lintHpa(spec: HpaSpec, service: ServiceFacts | undefined): Lint[];
