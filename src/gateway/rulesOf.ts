import type { RequestTable } from '../traffic/requestTable.js';
import * as word from '../traffic/word.js';
import type { Route } from './ai/routes/route.js';
import { leastSeconds, type TimeoutsAndRetries, withTotal } from './timeoutsAndRetries.js';

/** Timeouts and retries of the request in a row. */
export type RulesOf = (row: number) => TimeoutsAndRetries;

interface RoutedClasses {
  /** [profile] undefined for classes that go to services */
  readonly ofProfiles: readonly (Route | undefined)[];
}

interface RulesParts {
  readonly requests: RequestTable;
  readonly rules: TimeoutsAndRetries;
  readonly serviceRules: readonly TimeoutsAndRetries[] | undefined;
  readonly runtimes: readonly unknown[];
  readonly routes?: RoutedClasses | undefined;
}

/** How requests differ in timeouts and retries; undefined where all have those of the gateway. */
export function rulesOf(
  parts: RulesParts,
  calls: { readonly rulesOf: RulesOf; isCall(row: number): boolean } | undefined,
): RulesOf | undefined {
  const { requests, serviceRules } = parts;
  const ofGroups = rulesOfRoutes(parts);
  const others = calls === undefined ? ofServices(requests, serviceRules) : (row: number) => calls.rulesOf(row);
  if (ofGroups === undefined) return others;
  const ofRoute = (row: number) => ofGroups[requests.words[(row << 5) | word.group]];
  // Those of a call know its route.
  return (row) => (calls?.isCall(row) === true ? undefined : ofRoute(row)) ?? others?.(row) ?? parts.rules;
}

function ofServices(
  requests: RequestTable,
  serviceRules: readonly TimeoutsAndRetries[] | undefined,
): RulesOf | undefined {
  if (serviceRules === undefined) return undefined;
  return (row) => serviceRules[requests.words[(row << 5) | word.service]];
}

/** [group] of classes whose route ends them in time; undefined where none does. */
function rulesOfRoutes({ routes, rules, serviceRules, runtimes }: RulesParts) {
  if (!hasTotals(routes)) return undefined;
  return routes?.ofProfiles.flatMap((route) =>
    runtimes.map((_, service): TimeoutsAndRetries | undefined => {
      const own = serviceRules?.[service] ?? rules;
      return route && withTotal(own, route.totalSeconds);
    }),
  );
}

/** Whether requests may have timeouts where the gateway itself has none. */
export function hasOtherTimers(
  { routes, serviceRules = [] }: Pick<RulesParts, 'routes' | 'serviceRules'>,
  calls: { readonly hasTimers: boolean } | undefined,
): boolean {
  return (
    hasTotals(routes) ||
    calls?.hasTimers === true ||
    serviceRules.some((rules) => leastSeconds(rules) < Number.POSITIVE_INFINITY)
  );
}

/** Whether routes end requests in time. */
function hasTotals(routes: RoutedClasses | undefined): boolean {
  return (
    routes?.ofProfiles.some((route) => route !== undefined && route.totalSeconds < Number.POSITIVE_INFINITY) === true
  );
}

/** All rules of a gateway that requests may have, those of calls apart. */
export function rulesOfServices(options: {
  readonly rules: TimeoutsAndRetries;
  readonly serviceRules: readonly TimeoutsAndRetries[] | undefined;
}): readonly TimeoutsAndRetries[] {
  return [options.rules, ...(options.serviceRules ?? [])];
}
