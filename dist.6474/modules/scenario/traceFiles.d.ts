import type { Scenario } from './schema.js';
/** Every file that a run of a scenario reads, as absolute paths. */
export declare function traceFiles({ traffic }: Pick<Scenario, 'traffic'>, folder: string): string[];
