import type { PolicyResult, Timeline } from './results.js';

type EntryRates = Pick<Timeline, 'rate' | 'planned_rate' | 'planned_entry_rate'>;

/** [step] requests per second from outside, planned ones of all services and providers together; undefined where any is not known in advance. */
export function plannedEntryRates({
  timeline,
  providers = [],
}: Pick<PolicyResult, 'timeline' | 'providers'>): number[] | undefined {
  const timelines: readonly EntryRates[] = [...timeline, ...providers];
  const rates = timelines.flatMap(({ planned_rate, planned_entry_rate = planned_rate }) => planned_entry_rate ?? []);
  const stepCount = timelines[0]?.rate.length ?? 0;
  if (rates.length < stepCount * timelines.length) return undefined;
  return sumOf(timelines.map(({ planned_rate, planned_entry_rate = planned_rate ?? [] }) => planned_entry_rate));
}

/** [step] requests per second as they came; of services that others call, those alone that clients call, too. */
export function arrivedEntryRates({
  timeline,
  providers = [],
  callGraph,
}: Pick<PolicyResult, 'timeline' | 'providers' | 'callGraph'>): number[] {
  const entries = callGraph?.entries.map(({ service }) => service);
  const isEntry = (name: string) => entries?.includes(name) ?? true;
  const services = timeline.filter(({ service }) => isEntry(service));
  return sumOf([...services, ...providers.filter(({ provider }) => isEntry(provider))].map(({ rate }) => rate));
}

function sumOf(curves: readonly (readonly number[])[]): number[] {
  return (curves[0] ?? []).map((_, step) => curves.reduce((sum, curve) => sum + (curve[step] ?? 0), 0));
}
