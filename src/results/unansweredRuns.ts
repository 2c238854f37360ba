import { fisherPValue } from '../stats/fisherExact.js';
import { leastTellingPairs, mcNemarPValue } from '../stats/mcNemar.js';
import type { Comparison, PolicyResult, ReplicationResult } from './results.js';

/** In how many runs of two policies a measure lies among unanswered requests. */
interface UnansweredPairs {
  readonly counts: NonNullable<Comparison['unanswered']>;
  /** Pairs in which only one of them does. */
  readonly onlyA: number;
  readonly onlyB: number;
}

/** Chance that a test calls equal policies different. */
const errorRate = 0.05;

/** A measure of a policy; two documents may name the same one differently. */
interface Side {
  readonly policy: PolicyResult;
  readonly measure: string;
}

/** Run by run, of the replications in which both say whether it was answered; undefined where all were. */
export function unansweredPairs(a: Side, b: Side): UnansweredPairs | undefined {
  const ofB = new Map(b.policy.replications.map((one) => [one.replication, isLate(one, b.measure)]));
  const found = { runs: 0, a: 0, b: 0, onlyA: 0, onlyB: 0 };
  for (const one of a.policy.replications) {
    const [lateA, lateB] = [isLate(one, a.measure), ofB.get(one.replication)];
    if (lateA === undefined || lateB === undefined) continue;
    found.runs++;
    if (lateA) found.a++;
    if (lateB) found.b++;
    if (lateA && !lateB) found.onlyA++;
    if (lateB && !lateA) found.onlyB++;
  }
  const { onlyA, onlyB, ...counts } = found;
  return counts.a + counts.b === 0 ? undefined : { counts, onlyA, onlyB };
}

/** Undefined where the run says neither: it has no data. */
function isLate({ measures, nulls }: ReplicationResult, name: string): boolean | undefined {
  if (typeof measures[name] === 'number') return false;
  return nulls?.[name] === unanswered ? true : undefined;
}

/**
 * Better or worse where the pairs that differ fall to one side more often than chance allows; else undecided.
 *
 * One run more or less among unanswered requests is what chance does to equal policies all the time.
 */
export function compareUnanswered({ counts: { runs }, onlyA, onlyB }: UnansweredPairs): {
  readonly verdict: 'better' | 'worse' | 'undecided';
  readonly runs: { readonly runs_needed?: number };
} {
  if (mcNemarPValue({ onlyA, onlyB }) <= errorRate) return { verdict: onlyA > onlyB ? 'better' : 'worse', runs: {} };
  const differing = onlyA + onlyB;
  if (differing === 0 || differing >= leastTellingPairs) return { verdict: 'undecided', runs: {} };
  return { verdict: 'undecided', runs: { runs_needed: Math.ceil((runs * leastTellingPairs) / differing) } };
}

/** The same of runs that are not paired: Fisher's exact test on the two counts. */
export function compareUnpairedRuns(a: Side, b: Side) {
  const of = ({ policy, measure }: Side) => {
    const known = policy.replications.flatMap((one) => isLate(one, measure) ?? []);
    return { hitCount: known.filter(Boolean).length, runCount: known.length };
  };
  const [ofA, ofB] = [of(a), of(b)];
  const isShown = fisherPValue(ofA, ofB) <= errorRate;
  const isWorse = ofB.hitCount * ofA.runCount > ofA.hitCount * ofB.runCount;
  return { ofA, ofB, verdict: isShown ? (isWorse ? 'worse' : 'better') : 'undecided' } as const;
}

/** Reason of a null that stands for "infinitely late", unlike the others, which stand for "no data". */
export const unanswered = 'unanswered';
