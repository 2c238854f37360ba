import type { RecordedObservation } from '../policy/observation.js';
import type { RecordTask } from './playerTask.js';
/**
 * What the policies of a scenario can see in one run of it, its first replication: a line for every time one is woken.
 *
 * @throws PolicyFault, ProblemError
 */
export declare function recordObservations({ scenario, scenarioFolder, bindings, environment }: RecordTask, onProgress: () => void): RecordedObservation[];
