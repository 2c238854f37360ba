import { judgedWindowCount, REQUESTS_PER_WINDOW, WINDOW_SECONDS } from '../results/measures/sloWindows.js';
import type { HeldBack } from '../results/runResult.js';
import type { RunTotals } from '../results/runTotals.js';
import type { PolicyAtWork } from './policyAtWork.js';

/** Above this share unfinished requests are worth a warning: a thousandth is what an objective of 99.9 % allows. */
const UNFINISHED_SHARE = 0.001;
/** A span of fewer SLO windows says next to nothing of an objective. */
const WINDOWS_AT_LEAST = 3;

/** What would make a reader misjudge the numbers of a run. */
export function runFindings(
  policies: readonly PolicyAtWork[],
  totals: RunTotals,
  heldBack: readonly HeldBack[],
): string[] {
  const { requests } = totals;
  const findings = new Set<string>();
  for (const { metricsRead, findings: own } of policies) {
    if (metricsRead().size === 0) findings.add('read no metric');
    for (const finding of own()) findings.add(finding);
  }
  for (const text of inactionOf(policies, totals, heldBack)) findings.add(text);
  if (requests.offered === 0) findings.add('0 requests arrived');
  const { tooLong = 0 } = totals.features;
  // Without the count, which is another in each run.
  if (tooLong > 0)
    findings.add(
      'rejected what is longer than the KV memory of a model server, or than its model takes (requests_too_long)',
    );
  for (const text of sightOf(totals)) findings.add(text);
  const share = requests.unfinished / Math.max(1, requests.offered);
  if (share > UNFINISHED_SHARE) findings.add(`${(share * 100).toPrecision(2)} % of requests still inside at the end`);
  return [...findings];
}

/** Why nothing changed: a policy that wants nothing is not one that gets nothing, nor one that has all it may have. */
function inactionOf(
  policies: readonly PolicyAtWork[],
  { scaling }: RunTotals,
  heldBack: readonly HeldBack[],
): string[] {
  if (policies.length === 0 || scaling.scaleUps + scaling.scaleDowns > 0) return [];
  const turnedDown = (['throttled', 'refused', 'failed'] as const).filter((result) => scaling[result] > 0);
  if (turnedDown.length > 0) {
    return [`changed nothing: ${turnedDown.map((result) => `${scaling[result]} calls ${result}`).join(', ')}`];
  }
  if (heldBack.length > 0) return [];
  if (policies.some(({ service }) => service.decisions.actionCount > 0)) return ['took no action after the warm-up'];
  const standing = policies.map(({ service: { bounds, decisions } }) =>
    bounds.maxCount > bounds.minCount && decisions.desiredRuns.some(({ desired }) => desired >= bounds.maxCount)
      ? bounds.maxCount
      : undefined,
  );
  const [first] = standing;
  if (first !== undefined) return [`stayed at its maximum of ${first} the whole time`];
  return [`took no action${policies.flatMap(absentReads).join('')}`];
}

/** What a policy may have waited for in vain. */
function absentReads({ metricsRead, service: { name, absentMetrics } }: PolicyAtWork): string[] {
  const absent = [...metricsRead()].filter((metric) => absentMetrics.includes(metric));
  return absent.length === 0 ? [] : [`: it reads ${absent.join(', ')}, which ${name} never has`];
}

/** Whether there was enough to see: long enough, and requests enough in a window. */
function sightOf({ slo, spanSeconds, requests, windowTotals }: RunTotals): string[] {
  const texts: string[] = [];
  if (spanSeconds < WINDOWS_AT_LEAST * WINDOW_SECONDS) {
    const measured = Number(spanSeconds.toPrecision(3));
    texts.push(
      `the run is too short: ${measured} s are measured, and the SLO is judged in windows of ${WINDOW_SECONDS} s`,
    );
  }
  if (slo === undefined || requests.offered === 0) return texts;
  const judged = judgedWindowCount({ windowTotals });
  if (judged > windowTotals.length / 2) return texts;
  const which = judged === 0 ? `no window` : `only ${judged} of ${windowTotals.length} windows`;
  texts.push(
    `${which} of ${WINDOW_SECONDS} s ${judged === 0 ? 'has' : 'have'} the ${REQUESTS_PER_WINDOW} requests that "slow for" needs`,
  );
  return texts;
}
