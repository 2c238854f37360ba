import type { PolicyResult } from '../../results/results.js';
import { formatInterval, formatInUnit, formatMilliseconds, formatObjective, thinSpace } from '../format.js';
import type { Limit } from './analysis/limits.js';
import { unitOf } from './unitOf.js';

/** A measure as a reader sees it. */
export interface MeasureText {
  readonly text: string;
  /** Why there is no plain number; empty if there is one. */
  readonly note: string;
  readonly interval: string;
}

/** Value of a measure over the replications: never blank, `> 10 s` where requests went unanswered. */
export function measureText(policy: PolicyResult, name: string): MeasureText {
  const aggregate = policy.measures[name];
  const unit = unitOf(name);
  if (aggregate?.mean === null || aggregate === undefined) {
    const reason = aggregate?.reason ?? 'not measured';
    if (reason !== 'unanswered') return { text: 'n/a', note: reason, interval: '' };
    const note = 'so many requests went unanswered that this value falls among them';
    return { text: unansweredText(policy), note, interval: '' };
  }
  return { text: formatInUnit(aggregate.mean, unit), note: '', interval: formatInterval(aggregate, unit) };
}

/** More than the longest latency seen: what can be said of requests that never got an answer. */
export function unansweredText(policy: PolicyResult): string {
  const longest = policy.measures.latency_max_ms?.mean ?? null;
  return longest === null ? 'unanswered' : `>${thinSpace}${formatMilliseconds(longest)}`;
}

/** The value that a limit judges. */
export function limitValueText(policy: PolicyResult, { value, reason, unit }: Limit): string {
  if (value !== null) return formatInUnit(value, unit);
  return reason === 'unanswered' ? unansweredText(policy) : 'n/a';
}

/** The limit itself, as the user wrote the number. */
export function limitText({ limit, unit }: Limit): string {
  return unit === 'ratio' ? formatObjective(limit) : formatInUnit(limit, unit);
}
