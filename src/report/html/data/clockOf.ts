import type { ScenarioResult } from '../../../results/results.js';

/** The begin of the run's calendar, where the document has one: charts then show its clock. */
export function clockOf({ start }: ScenarioResult): { readonly start?: string } {
  return start === undefined ? {} : { start };
}
