import type { PolicyResult } from '../../../results/results.js';

/** Where the time from a rise in need to enough instances goes, in the order in which it passes. */
export const lagParts = [
  { key: 'metric_s', color: 'var(--idle)', label: 'metric', phrase: 'passed until the metrics showed it' },
  { key: 'decision_s', color: 'var(--useful)', label: 'decision', phrase: 'passed until the policy asked for enough' },
  { key: 'limit_s', color: 'var(--wasted)', label: 'limit', phrase: 'passed behind a limit' },
  { key: 'api_s', color: 'var(--draining)', label: 'provider call', phrase: 'were the call to the provider' },
  { key: 'startup_s', color: 'var(--starting)', label: 'startup', phrase: 'were startup' },
  { key: 'slow_start_s', color: 'var(--minimum)', label: 'slow start', phrase: 'were slow start' },
] as const;

/** A rise in need and how long its answer took; without total and parts where it was over before. */
export interface LagRise {
  readonly timeSeconds: number;
  readonly service: string;
  readonly neededFrom: number;
  readonly neededTo: number;
  readonly totalSeconds: number | null;
  readonly parts: Readonly<Record<(typeof lagParts)[number]['key'], number>> | null;
}

/** The rises in need of replication 0; empty where the document has none. */
export function lagRisesOf({ lagBudget = [] }: PolicyResult): LagRise[] {
  return lagBudget.map(({ time_s, service, needed_from, needed_to, total_s, parts }) => ({
    timeSeconds: time_s,
    service,
    neededFrom: needed_from,
    neededTo: needed_to,
    totalSeconds: total_s,
    parts,
  }));
}

/** The part that takes most of an answer; the first of equals. */
export function largestLagPart(parts: NonNullable<LagRise['parts']>): (typeof lagParts)[number] {
  return lagParts.reduce((most, part) => (parts[part.key] > parts[most.key] ? part : most));
}
