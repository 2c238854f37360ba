import { leastReversalSeconds } from '../../record/decisionLog.js';
import type { DecisionRow, PolicyResult } from '../../results/results.js';
import { controllerText } from '../controllerText.js';

/** A change of the desired count, or one that was held back, with what the reader needs to judge it. */
export interface DecisionMark {
  readonly timeSeconds: number;
  readonly service: string;
  readonly from: number;
  readonly to: number;
  /** Differs from `to` where the provider cut or refused the decision. */
  readonly wished: number;
  readonly result: DecisionRow['result'];
  readonly isReversal: boolean;
  readonly rule: string;
  readonly reason: string;
  /** Of several controllers the one that decided; empty where there is one. */
  readonly who: string;
}

/** Every change and everything held back, in order of time; rows that keep the count are left out. */
export function decisionMarksOf(policy: PolicyResult): DecisionMark[] {
  const desired = new Map(policy.timeline.map(({ service, desired: counts }) => [service, counts[0]]));
  const lastChange = new Map<string, { timeSeconds: number; sign: number }>();
  const known = knownReversals(policy);
  return policy.decisions.flatMap((row): DecisionMark[] => {
    const isTaken = row.result === 'accepted' || row.result === 'clamped';
    const from = desired.get(row.service) ?? row.applied;
    const to = isTaken ? row.applied : from;
    if (isTaken) desired.set(row.service, to);
    if (to === from && row.result === 'accepted') return [];
    const sign = Math.sign(to - from);
    const before = lastChange.get(row.service);
    if (sign !== 0) lastChange.set(row.service, { timeSeconds: row.time_s, sign });
    const isOpposite = sign !== 0 && before !== undefined && before.sign === -sign;
    const isReversal =
      known === undefined
        ? isOpposite && row.time_s - before.timeSeconds <= leastReversalSeconds
        : sign !== 0 && known.has(`${row.time_s} ${row.service}`);
    return [
      {
        timeSeconds: row.time_s,
        service: row.service,
        from,
        to,
        wished: row.desired,
        result: row.result,
        isReversal,
        rule: row.rule ?? '',
        reason: row.reason ?? '',
        who: controllerText(row),
      },
    ];
  });
}

/** Times and services of the reversals the run itself reports; undefined if it reports none. */
function knownReversals({ events, timeline }: PolicyResult): Set<string> | undefined {
  const reversals = events.filter(({ kind }) => kind === 'reversal');
  if (reversals.length === 0) return undefined;
  return new Set(reversals.map(({ time_s, service }) => `${time_s} ${service ?? timeline[0]?.service ?? ''}`));
}
