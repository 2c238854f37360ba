import type { CellLabel } from './cellTask.js';
/** Which run it is, as messages name it. */
export declare function cellText({ policy, scenario, seed, replication }: CellLabel): string;
