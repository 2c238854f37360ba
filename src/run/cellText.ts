import type { CellLabel } from './cellTask.js';

/** Which run it is, as messages name it. */
export function cellText({ policy, scenario, seed, replication }: CellLabel): string {
  return `policy ${policy}, scenario ${scenario}, seed ${seed}, replication ${replication}`;
}
