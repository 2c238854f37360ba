import { limitKinds } from '../engine/limits/runEnd.js';
import type { ChaosFigure } from '../results/chaosResult.js';
import { judgeMusts, type Musts, shortfallOf } from '../tune/musts.js';
import type { SettingRuns } from '../tune/pointRunner.js';

/** How a policy did: its figure, and by what schedules are ranked. */
export interface Judged {
  readonly figure: ChaosFigure;
  /** Infinite where the policy failed or nobody got an answer. */
  readonly loss: number;
  /** The runs outgrew a limit: they say nothing of the policy. */
  readonly isUnknown: boolean;
}

/**
 * What the runs of one policy under one schedule say.
 *
 * The loss of an SLO is in percentage points of good requests below the objective; that of other limits the share by which they
 * are missed, summed, in percent. A policy that fails has lost all.
 */
export function judgeSchedule(policy: string, outcome: SettingRuns, musts: Musts): Judged {
  if ('failure' in outcome) {
    const { failure } = outcome;
    const isUnknown = failure.kind === limitKinds.run;
    const figure = { policy, meets: false, loss: null, must: [], failure };
    return { figure, loss: isUnknown ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY, isUnknown };
  }
  const must = judgeMusts(musts, outcome.runs);
  const meets = must.every(({ ok }) => ok);
  const [{ value }] = must;
  const hasNoValue = must.some((one) => !one.ok && one.value === null);
  const loss = hasNoValue
    ? Number.POSITIVE_INFINITY
    : musts.slo === undefined
      ? shortfallOf(must) * 100
      : (musts.slo.objective - (value ?? 0)) * 100;
  return { figure: { policy, meets, loss: Number.isFinite(loss) ? loss : null, must }, loss, isUnknown: false };
}
