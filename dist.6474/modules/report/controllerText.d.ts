import type { DecisionRow } from '../results/results.js';
/** `controller 3`, `controller 10 and 2 others`; empty where there is only one. */
export declare function controllerText({ controller, other_controllers: others }: DecisionRow): string;
