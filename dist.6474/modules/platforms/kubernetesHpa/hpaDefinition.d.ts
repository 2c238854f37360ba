import { type Observation } from '../../policy/observation.js';
import type { PolicyDefinition, State } from '../../policy/policy.js';
import type { HpaSpec } from './hpaSpec.js';
export interface HpaOptions {
    /** The manifest's names of metrics, and the scenario's. */
    readonly metricNames: Readonly<Record<string, string>>;
    /**
     * Values of External metrics that are no metrics of the scenario, by their name in the manifest.
     *
     * Called once a sync, and then it is the only place External metrics come from. undefined, or a name that is not in
     * it, is a metric that failed. When left out they are the service's metrics, by `metricNames` or by the same name.
     */
    metricsOf?(observation: Observation, state: State): Readonly<Record<string, number | undefined>>;
}
/** An autoscaler as a policy: one sync of the controller every 15 s. */
export declare function hpaDefinition(spec: HpaSpec, options: HpaOptions): PolicyDefinition;
