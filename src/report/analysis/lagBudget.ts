import type { LagPart, LagParts } from '../../results/lagBudget.js';

/** The parts of a wait for instances as the page draws them, in the order in which they pass. */
export const lagParts: readonly { readonly key: LagPart; readonly color: string; readonly label: string }[] = [
  { key: 'metric_s', color: 'var(--idle)', label: 'metric' },
  { key: 'decision_s', color: 'var(--useful)', label: 'decision' },
  { key: 'limit_s', color: 'var(--wasted)', label: 'limit' },
  { key: 'api_s', color: 'var(--draining)', label: 'provider call' },
  { key: 'node_s', color: 'var(--node)', label: 'node' },
  { key: 'startup_s', color: 'var(--starting)', label: 'startup' },
  { key: 'slow_start_s', color: 'var(--minimum)', label: 'slow start' },
];

/** The part that takes most of an answer; the first of equals. */
export function largestLagPart(parts: LagParts): (typeof lagParts)[number] {
  return lagParts.reduce((most, part) => ((parts[part.key] ?? 0) > (parts[most.key] ?? 0) ? part : most));
}
