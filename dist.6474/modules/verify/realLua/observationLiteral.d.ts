import { type Observation } from '../../policy/observation.js';
/** An observation as a table constructor of Lua: counts are integers, everything else floats, as policies get it here. */
export declare function observationLiteral(observation: Observation): string;
/** The counts of a service. */
export declare function instancesLiteral(instances: Observation['instances']): string;
