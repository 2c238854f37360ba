import type { ScenarioResult } from '../../results/results.js';
/** vCPUs of an instance of each service, by the scenario that a result holds; none where it holds none that can be read. */
export declare function vcpusOfServices({ resolved }: ScenarioResult): Readonly<Record<string, number>>;
