import { type RequestTable, word } from '../traffic/requestTable.js';
import type { TimeoutsAndRetries } from './timeoutsAndRetries.js';

/** Timeouts and retries of the request in a row. */
export type RulesOf = (row: number) => TimeoutsAndRetries;

interface RulesParts {
  readonly requests: RequestTable;
  readonly serviceRules: readonly TimeoutsAndRetries[] | undefined;
}

/** How requests differ in timeouts and retries; undefined where all have those of the gateway. */
export function rulesOf(
  { requests, serviceRules }: RulesParts,
  calls: { readonly rulesOf: RulesOf } | undefined,
): RulesOf | undefined {
  if (calls !== undefined) return (row) => calls.rulesOf(row);
  if (serviceRules === undefined) return undefined;
  return (row) => serviceRules[requests.words[(row << 5) | word.service]];
}

/** All rules of a gateway that requests may have, those of calls apart. */
export function rulesOfServices(options: {
  readonly rules: TimeoutsAndRetries;
  readonly serviceRules: readonly TimeoutsAndRetries[] | undefined;
}): readonly TimeoutsAndRetries[] {
  return [options.rules, ...(options.serviceRules ?? [])];
}
