import type { RecordedObservation } from '../policy/observation.js';
import type { OpenLoopDecision } from '../policy/openLoopDecision.js';
import { leastReversalSeconds } from '../record/decisionLog.js';

/** One course of a count of instances. */
interface CountSummary {
  readonly mean: number;
  readonly max: number;
  /** Seconds from the first observation; null where the count never rises. */
  readonly first_scale_up_s: number | null;
  readonly flaps: number;
}

/** What a policy wanted on a recording, beside what was recorded. */
interface DecideSummary {
  readonly service: string;
  readonly decisions: number;
  /** Decisions that ask for another count than the one before. */
  readonly changes: number;
  /** Observations in which something that the policy reads has no value; left out where there are several services. */
  readonly missing?: number;
  readonly wanted: CountSummary;
  /** Left out where no count of instances was recorded. */
  readonly recorded?: CountSummary;
  readonly difference?: {
    readonly mean: number;
    readonly mean_absolute: number;
    readonly max: number;
    readonly max_at_s: number;
  };
}

interface Decided {
  readonly observations: readonly RecordedObservation[];
  /** Parallel to the observations. */
  readonly decisions: readonly OpenLoopDecision[];
  /** A count of instances was recorded. */
  readonly hasCount: boolean;
  readonly missingCount: number;
}

/** Sums up the decisions of each service, in the order in which they appear. */
export function decideSummaries({ observations, decisions, hasCount, missingCount }: Decided): DecideSummary[] {
  const services = [...new Set(observations.map(({ service }) => service))];
  return services.map((service): DecideSummary => {
    const rows = observations.flatMap((observation, index) =>
      observation.service === service && decisions[index] !== undefined
        ? [{ observation, decision: decisions[index] }]
        : [],
    );
    const times = rows.map(({ observation }) => observation.time - rows[0].observation.time);
    let last = rows[0]?.observation.instances.desired ?? 0;
    const wanted = rows.map(({ observation, decision }) => {
      // Without a decision the count stays: the recorded one where there is one.
      last = decision.applied ?? (hasCount ? observation.instances.desired : last);
      return last;
    });
    const recorded = rows.map(({ observation }) => observation.instances.desired);
    return {
      service,
      decisions: rows.length,
      changes: wanted.filter((count, index) => index > 0 && count !== wanted[index - 1]).length,
      ...(services.length === 1 ? { missing: missingCount } : {}),
      wanted: countSummary(wanted, times),
      ...(hasCount
        ? { recorded: countSummary(recorded, times), difference: differenceOf(wanted, recorded, times) }
        : {}),
    };
  });
}

function countSummary(counts: readonly number[], times: readonly number[]): CountSummary {
  const rise = counts.findIndex((count, index) => index > 0 && count > counts[index - 1]);
  let flaps = 0;
  let change: { readonly sign: number; readonly time: number } | undefined;
  for (const [index, count] of counts.entries()) {
    const sign = index === 0 ? 0 : Math.sign(count - counts[index - 1]);
    if (sign === 0) continue;
    if (change !== undefined && change.sign !== sign && times[index] - change.time <= leastReversalSeconds) flaps++;
    change = { sign, time: times[index] };
  }
  return { mean: mean(counts), max: largest(counts), first_scale_up_s: rise < 0 ? null : times[rise], flaps };
}

function differenceOf(wanted: readonly number[], recorded: readonly number[], times: readonly number[]) {
  const differences = wanted.map((count, index) => count - recorded[index]);
  const sizes = differences.map(Math.abs);
  const max = largest(sizes);
  const at = sizes.indexOf(max);
  return { mean: mean(differences), mean_absolute: mean(sizes), max: differences[at], max_at_s: times[at] };
}

/** Without a call per value: a week of decisions has 40,000. */
function largest(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), 0);
}

function mean(values: readonly number[]): number {
  return Number((values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)).toFixed(3));
}

/** The summary as lines for a terminal. */
export function summaryLines(summary: DecideSummary, isOne: boolean): string[] {
  const { service, decisions, changes, missing = 0, wanted, recorded, difference } = summary;
  const head = isOne ? '' : `${service}: `;
  const lines = [
    `${head}${decisions} ${decisions === 1 ? 'decision' : 'decisions'}, ${changes} of them change the count${missing === 0 ? '' : `; ${missing} with a value missing`}`,
    countLine('wanted', wanted),
  ];
  if (recorded === undefined || difference === undefined) return [...lines, 'recorded no count of instances'];
  const sign = (value: number) => `${value > 0 ? '+' : ''}${value}`;
  return [
    ...lines,
    countLine('recorded', recorded),
    `difference: ${sign(difference.mean)} pods on average (${difference.mean_absolute} either way), the largest ${sign(difference.max)} at ${difference.max_at_s} s`,
  ];
}

function countLine(name: string, { mean: average, max, first_scale_up_s: rise, flaps }: CountSummary): string {
  const first = rise === null ? 'no scale-up' : `first scale-up at ${rise} s`;
  return `${name.padEnd(8)} ${average} pods on average, ${max} at most, ${first}, ${flaps} ${flaps === 1 ? 'flap' : 'flaps'}`;
}
