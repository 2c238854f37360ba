import type { PolicyResult, Timeline } from './results.js';

/** [step] requests per second from outside, planned ones of all services together; undefined where any is not known in advance. */
export function plannedEntryRates(timelines: readonly Timeline[]): number[] | undefined {
  const rates = timelines.flatMap(({ planned_rate, planned_entry_rate = planned_rate }) => planned_entry_rate ?? []);
  const stepCount = timelines[0]?.rate.length ?? 0;
  if (rates.length < stepCount * timelines.length) return undefined;
  return sumOf(timelines.map(({ planned_rate, planned_entry_rate = planned_rate ?? [] }) => planned_entry_rate));
}

/** [step] requests per second as they came; of services that others call, those alone that clients call, too. */
export function arrivedEntryRates({ timeline, callGraph }: Pick<PolicyResult, 'timeline' | 'callGraph'>): number[] {
  const entries = callGraph?.entries.map(({ service }) => service);
  return sumOf(timeline.filter(({ service }) => entries?.includes(service) ?? true).map(({ rate }) => rate));
}

function sumOf(curves: readonly (readonly number[])[]): number[] {
  return (curves[0] ?? []).map((_, step) => curves.reduce((sum, curve) => sum + (curve[step] ?? 0), 0));
}
