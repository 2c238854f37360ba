import { z } from 'zod';

const checkNames = ['quality', 'error_rate', 'ttft_p95_ratio'] as const;

const checkSchema = z.object({
  name: z.enum(checkNames),
  limit: z.number(),
  /** Answers of each version that were looked at: graded ones, all, first tokens. */
  old_count: z.number(),
  new_count: z.number(),
  /** Shares; of TTFT p95 seconds. Left out where there were too few. */
  old: z.number().optional(),
  new: z.number().optional(),
  /** How much worse the new version is, at 95 %: a drop, a rise, a ratio. */
  low: z.number().optional(),
  high: z.number().optional(),
  broken: z.boolean(),
});

const runSchema = z.object({
  route: z.string(),
  from: z.string(),
  to: z.string(),
  /** What was found is that of the end of the step. */
  steps: z.array(z.object({ from_s: z.number(), percent: z.number(), checks: z.array(checkSchema) })),
  /** When all went back to the old version. */
  aborted_s: z.number().optional(),
});

/** A rollout in the shown run, and in how many it was aborted. */
export const rolloutResultSchema = runSchema.extend({ runs: z.int(), aborted_runs: z.int() });

export type RolloutCheck = z.output<typeof checkSchema>;
export type RolloutRun = z.output<typeof runSchema>;
export type RolloutResult = z.output<typeof rolloutResultSchema>;

/** Of every rollout that run which is shown, else the first. */
export function rolloutResults(
  runs: readonly (readonly RolloutRun[])[],
  shown: readonly RolloutRun[] = runs[0] ?? [],
): RolloutResult[] {
  return shown.map((one, index) => ({
    ...one,
    runs: runs.length,
    aborted_runs: runs.filter((own) => own[index]?.aborted_s !== undefined).length,
  }));
}

/** One sentence for each rollout: where it ended, and why. */
export function rolloutFindings(results: readonly RolloutResult[]): string[] {
  return results.map((one) => {
    const { route, to, steps, aborted_s } = one;
    const { percent, checks } = steps[steps.length - 1];
    const broken = checks.find((check) => check.broken);
    if (aborted_s === undefined || broken === undefined)
      return `route ${route}: ${to} was rolled out up to ${percent} %${runsText(one)}${unjudgedText(one)}`;
    const when = `after ${minutesText(aborted_s)}, at ${percent} %`;
    return `route ${route}: ${to} was rolled back ${when}${runsText(one)}: ${brokenText(broken, one)}`;
  });
}

function brokenText({ name, limit, old = 0, new: own = 0, low = 0 }: RolloutCheck, { from, to }: RolloutRun): string {
  if (name === 'ttft_p95_ratio') {
    const times = `at least ${low.toPrecision(3)} times as long, ${limit} allowed`;
    return `TTFT p95 ${own.toPrecision(3)} s with ${to}, ${old.toPrecision(3)} s with ${from}; ${times}`;
  }
  const what = name === 'quality' ? 'of the graded answers right' : 'of the tries errors';
  const points = `at least ${(low * 100).toFixed(1)} points worse, ${Number((limit * 100).toPrecision(3))} allowed`;
  return `${percentText(own)} % ${what} with ${to}, ${percentText(old)} % with ${from}; ${points}`;
}

/** By what the new version was not judged at some steps, for want of answers. */
function unjudgedText({ steps }: RolloutRun): string {
  const texts = checkNames.flatMap((name) => {
    const unjudged = steps.flatMap(({ percent, checks }) =>
      checks.filter((check) => check.name === name && check.old === undefined).map((check) => ({ percent, check })),
    );
    if (unjudged.length === 0) return [];
    const at = unjudged.map(({ percent, check }) => `${percent} % (${Math.min(check.old_count, check.new_count)})`);
    return [`${name} was not judged at ${listOf(at)}: too few answers`];
  });
  return texts.map((text) => `; ${text}`).join('');
}

function listOf(texts: readonly string[]): string {
  return texts.length === 1 ? texts[0] : `${texts.slice(0, -1).join(', ')} and ${texts[texts.length - 1]}`;
}

/** Where runs ended differently; the one told of is the shown one. */
function runsText({ runs, aborted_runs }: RolloutResult): string {
  if (runs === 1) return '';
  return ` (rolled back in ${aborted_runs === runs ? 'all' : aborted_runs} of ${runs} runs)`;
}

function percentText(share: number): string {
  return (share * 100).toFixed(1);
}

function minutesText(seconds: number): string {
  return `${Number((seconds / 60).toPrecision(4))} min`;
}
