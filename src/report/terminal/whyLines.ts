import { type LagPart, type LagRow, lagParts, longestPhase } from '../../results/lagBudget.js';
import { isLimitTooLow } from '../../results/limits.js';
import { restartsFix, restartsText } from '../../results/restarts.js';
import type { DecisionRow, PolicyResult, ScenarioResult, Timeline } from '../../results/results.js';
import { aboveSloOf, aboveSloOfService, overlaps, type Spell } from '../aboveSlo.js';
import { type GraphEdge, graphOf, leadsTo } from '../analysis/callGraph.js';
import { shownRunName } from '../shownRun.js';
import { slowestRise } from './lagLines.js';
import { instantText, percentText, spanText, threeDigits } from './numbers.js';
import type { Standing } from './standing.js';
import { tokenReason } from './tokenReason.js';
import { wrap } from './wrap.js';

interface WhyContext {
  readonly scenario: ScenarioResult;
  readonly width: number;
}

/** Of more policies the reasons are much the same. */
const sentenceLimit = 2;
/** Of the time above the SLO that late instances must cover to be its reason. */
const lateLeast = 0.25;
/** Tries over requests from which on extra tries are a load. */
const extraTriesLeast = 1.2;

/** What each part of the lag is called, and what makes it shorter. */
const remedies: Readonly<Record<LagPart, { readonly part: string; readonly fix: string }>> = {
  metric_s: {
    part: 'the metrics showed it',
    fix: 'Shorten the scrape interval or the metric window, or keep more in reserve with a lower target.',
  },
  decision_s: {
    part: 'the policy asked for enough',
    fix: 'A lower target, or a shorter window or cooldown, asks sooner.',
  },
  limit_s: {
    part: 'a limit let them through',
    fix: 'Loosen that limit: the maximum, a scale-up step, or a cooldown.',
  },
  api_s: {
    part: 'the provider began to start them',
    fix: 'Keep more in reserve: a lower target, or a higher minimum.',
  },
  node_s: {
    part: 'a node and the image were there for them',
    fix: 'Keep spare nodes (`headroom`, `min`), or keep more in reserve: a lower target, or a higher minimum.',
  },
  startup_s: {
    part: 'they had started',
    fix: 'Start instances faster, or keep more in reserve: a lower target, or a higher minimum.',
  },
  slow_start_s: {
    part: 'they ran at full speed',
    fix: 'Shorten slow start, or keep more in reserve: a lower target, or a higher minimum.',
  },
};

const held: Readonly<Partial<Record<DecisionRow['result'], string>>> = {
  throttled: 'the provider throttled its calls',
  refused: 'there was no more for it',
  failed: 'its calls to the provider failed',
};

/** Why each policy that misses the SLO misses it, and what to change: only what the run shown holds. */
export function whyLines(standings: readonly Standing[], { scenario, width }: WhyContext): string[] {
  const sentences = standings.flatMap(({ policy, meetsSlo }) => {
    const why = meetsSlo === false ? whyOf(policy, scenario) : undefined;
    return why === undefined ? [] : [`${policy.name} ${why}`];
  });
  if (sentences.length === 0) return [];
  const run = shownRunName(scenario);
  const [head, indent] = [`  why${run === undefined ? '' : `, in ${run}`}:`, '    '];
  const rest =
    sentences.length > sentenceLimit ? [`${indent}${sentences.length - sentenceLimit} more: see the report`] : [];
  return [head, ...sentences.slice(0, sentenceLimit).flatMap((text) => wrap(text, { width, indent })), ...rest];
}

/** A predicate and what to change; undefined where the log shows no cause. */
function whyOf(policy: PolicyResult, scenario: ScenarioResult): string | undefined {
  const above = aboveSloOf(policy, scenario);
  const [first] = above;
  if (first === undefined) return undefined;
  const timeline = causingTimeline(policy, worstTimeline(policy, scenario));
  if (timeline === undefined) return undefined;
  const of = { policy, scenario, timeline, above };
  const late = lateText(of);
  // More instances than the requests need are no lack of them, whatever maximum they stand at.
  const extraTries = late === undefined ? extraTriesText(of) : undefined;
  return (
    faultText(of) ??
    restartedText(of) ??
    extraTries ??
    heldText(of) ??
    late ??
    tokenReason(policy, scenario, timeline) ??
    failuresText(of) ??
    enoughText(of)
  );
}

interface Case {
  readonly policy: PolicyResult;
  readonly scenario: ScenarioResult;
  /** Of the service that is above the SLO longest, or that it waits for. */
  readonly timeline: Timeline;
  readonly above: readonly Spell[];
}

function worstTimeline({ timeline }: PolicyResult, scenario: ScenarioResult): Timeline | undefined {
  const secondsOf = (one: Timeline) => lengthOf(aboveSloOfService(one, scenario));
  return [...timeline].sort((a, b) => secondsOf(b) - secondsOf(a))[0];
}

/** A service that waits for a saturated one has no want of instances of its own. */
function causingTimeline(policy: PolicyResult, worst: Timeline | undefined): Timeline | undefined {
  const graph = graphOf(policy);
  const cause = graph?.cause?.name;
  if (graph === undefined || cause === undefined || worst === undefined) return worst;
  if (!leadsTo(graph.edges, worst.service, cause)) return worst;
  return policy.timeline.find(({ service }) => service === cause) ?? worst;
}

const lengthOf = (spells: readonly Spell[]) => spells.reduce((sum, [from, until]) => sum + until - from, 0);

/** A fault during which users began to wait: what went on before it has another reason. */
function faultText({ policy, above, timeline, scenario }: Case): string | undefined {
  const faults = policy.events.filter(({ kind }) => kind !== 'reversal');
  // A spell begins with the window in which it is seen.
  const windowSeconds = timeline.slo_windows?.step_s ?? timeline.step_s;
  const fault = faults.find(({ time_s, until_s = time_s }) =>
    above.some(([from]) => from > time_s - windowSeconds && from < until_s + 60),
  );
  if (fault === undefined) return undefined;
  const service = fault.service === undefined ? '' : ` of ${fault.service}`;
  const what = fault.detail === undefined ? `fault ${fault.kind}${service}` : `outage (${fault.detail})`;
  return `is above the SLO around the ${what} at ${instantText(fault.time_s, scenario.start)}.`;
}

/** At its max, or with calls that came to nothing, while users waited. */
function heldText({ policy, above, timeline, scenario }: Case): string | undefined {
  const rows = policy.decisions.filter(
    ({ service, time_s, until_s }) =>
      service === timeline.service && overlaps(above, time_s, until_s + timeline.step_s),
  );
  const stopped = rows.find(({ result }) => held[result] !== undefined);
  if (stopped !== undefined) {
    return `waits ${serviceText(policy, timeline)}from ${instantText(stopped.time_s, scenario.start)}: ${held[stopped.result]}${stopped.by === undefined ? '' : ` (${stopped.by})`}.`;
  }
  const cut = rows.filter(({ result, desired, applied }) => result === 'clamped' && applied < desired);
  if (cut.length === 0) return undefined;
  const most = cut.reduce((a, b) => (b.desired > a.desired ? b : a));
  // More than the maximum was asked for, and less than that is needed.
  if (!isLimitTooLow(most.applied, neededWhile(timeline, above))) return undefined;
  const from = instantText(cut[0].time_s, scenario.start);
  return `asks for up to ${most.desired} instances ${serviceText(policy, timeline)}and gets ${most.applied}, the maximum, from ${from} on. Raise the maximum.`;
}

/** The most instances that the load needs while users wait; undefined where that is not known. */
function neededWhile(timeline: Timeline, above: readonly Spell[]): number | undefined {
  const needs = stepsWhile(timeline, above).map(({ need }) => need);
  return needs.every((need) => need !== null) ? Math.max(0, ...needs) : undefined;
}

/** Enough instances came late, or never, and that is a good part of the time that users waited. */
function lateText({ policy, above, timeline, scenario }: Case): string | undefined {
  const spellOf = (row: LagRow): Spell => [
    row.time_s - askedAfter(row, above),
    row.time_s + (row.total_s ?? row.unanswered_s ?? 0) + 60,
  ];
  const rises = (policy.lagBudget ?? []).filter(
    (row) => row.service === timeline.service && row.total_s !== 0 && overlaps(above, ...spellOf(row)),
  );
  const rise = slowestRise({ lagBudget: rises });
  if (rise === undefined || commonSeconds(above, rises.map(spellOf)) < lateLeast * lengthOf(above)) return undefined;
  if (askedAfter(rise, above) > (rise.total_s ?? rise.unanswered_s ?? 0))
    return askedLateText(rise, { policy, above, timeline, scenario });
  const subject = rise.since === 'decision' ? 'it asks for' : 'the load needs';
  const need = `${subject} ${rise.needed_to} instances ${serviceText(policy, timeline)}at ${instantText(rise.time_s, scenario.start)}`;
  if (rise.total_s === null || rise.parts === null) {
    return `is short: ${need}${rise.since === 'decision' ? takenBackText(rise, scenario) : neverText(rise, policy)}`;
  }
  const { parts } = rise;
  const largest = lagParts.reduce((most, part) => ((parts[part] ?? 0) > (parts[most] ?? 0) ? part : most));
  const { part, fix } = remedies[largest];
  const phase = largest === 'startup_s' ? longestPhase(rise.startup_phases_s) : undefined;
  const most = phase === undefined ? '' : `, ${spanText(phase.seconds)} of them ${phase.name}`;
  const share = (parts[largest] ?? 0) > 0.995 * rise.total_s ? 'All' : spanText(parts[largest] ?? 0);
  return `is late: ${need}, and they are ready ${spanText(rise.total_s)} later. ${share} of that passed until ${part}${most}. ${fix}`;
}

/** How long users had waited when a policy asked for more; 0 where a rise counts from the need. */
function askedAfter({ time_s, since: from }: LagRow, above: readonly Spell[]): number {
  if (from !== 'decision') return 0;
  const since = above.find(([begin, end]) => begin <= time_s && time_s <= end)?.[0] ?? time_s;
  return time_s - since;
}

/** What nobody asks for in time no start can make up for. */
function askedLateText(rise: LagRow, { policy, above, timeline, scenario }: Case): string {
  const after = askedAfter(rise, above);
  const [since, at] = [rise.time_s - after, rise.time_s].map((seconds) => instantText(seconds, scenario.start));
  return `asks late: users wait from ${since}, and it asks for ${rise.needed_to} instances ${serviceText(policy, timeline)}at ${at}, ${spanText(after)} later. ${remedies.decision_s.fix}`;
}

/** Where the need is not known in advance, a rise is over when fewer are asked for again. */
function takenBackText({ time_s, unanswered_s = 0 }: LagRow, { duration_s }: ScenarioResult): string {
  if (time_s + unanswered_s >= duration_s) return ', and the run ends before they are ready.';
  return `, and takes that back ${spanText(unanswered_s)} later, before they are ready. Keep what was asked for longer, as by a window for scaling down.`;
}

/** Seconds in which a spell of both kinds goes on. */
function commonSeconds(above: readonly Spell[], others: readonly Spell[]): number {
  let [seconds, reached] = [0, 0];
  for (const [from, until] of [...others].sort(([a], [b]) => a - b)) {
    const begin = Math.max(from, reached);
    for (const [low, high] of above) seconds += Math.max(0, Math.min(high, until) - Math.max(low, begin));
    reached = Math.max(reached, until);
  }
  return seconds;
}

/** Instances that were asked for and start again instead, or what was inside them is lost. */
function restartedText({ policy, above, timeline, scenario }: Case): string | undefined {
  const { restarts = [], outcomes, step_s } = timeline;
  if (restarts.length === 0 || scenario.slo === null) return undefined;
  const most = restarts.reduce((a, b) => (b.count > a.count ? b : a));
  const fix = restartsFix(most);
  const because = `${restartsText(most)}.${fix === undefined ? '' : ` ${fix[0].toUpperCase()}${fix.slice(1)}.`}`;
  const lacking = stepsWhile(timeline, above).filter(
    ({ need, ready, desired }) => need !== null && ready < need && desired >= need,
  );
  const restartCount = restarts.reduce((sum, { count }) => sum + count, 0);
  const isShort = lacking.length * step_s >= lateLeast * lengthOf(above);
  if (isShort && restartCount > growthOf(timeline)) {
    return `has too few instances ${serviceText(policy, timeline)}ready, though it asks for enough: ${because}`;
  }
  const lost = totalOf(outcomes?.aborted) / Math.max(1, totalOf(outcomes?.ended));
  if (lost <= 1 - scenario.slo.objective) return undefined;
  return `loses ${percentText(lost)} % of the requests ${serviceText(policy, timeline)}inside instances that stop, more than the SLO allows: ${because}`;
}

/** The steps in which users wait. */
function stepsWhile({ needed, ready, desired, step_s }: Timeline, above: readonly Spell[]) {
  return needed.flatMap((need, step) =>
    overlaps(above, step * step_s, (step + 1) * step_s) ? [{ need, ready: ready[step], desired: desired[step] }] : [],
  );
}

/** How many instances were added, one after another. */
function growthOf({ desired }: Timeline): number {
  return desired.reduce((sum, count, step) => sum + Math.max(0, count - (desired[step - 1] ?? count)), 0);
}

const totalOf = (counts: readonly number[] = []) => counts.reduce((sum, count) => sum + count, 0);

/** Hedges and retries load what they were to relieve. */
function extraTriesText({ policy }: Case): string | undefined {
  const meanOf = (name: string) => policy.measures[name]?.mean ?? 0;
  const [offered, allAttempts, hedges] = ['requests_offered', 'attempts', 'hedges'].map(meanOf);
  // Who goes on to another service of its route does not load the one that failed.
  const attempts = allAttempts - totalOf((policy.fallbacks ?? []).map(({ moved }) => moved));
  if (offered === 0 || attempts < extraTriesLeast * offered) return undefined;
  const kind = hedges > (attempts - offered) / 2 ? 'hedges' : 'retries';
  const fix = kind === 'hedges' ? 'Hedge fewer: a later `after`, such as `p95`.' : 'Retry less, with a budget.';
  return `tries each request ${threeDigits(attempts / offered)} times: ${percentText((attempts - offered) / attempts)} % of the load are extra tries, most of them ${kind}. ${fix}`;
}

function neverText({ service, time_s, unanswered_s }: LagRow, { decisions }: PolicyResult): string {
  const lasted = unanswered_s === undefined ? '' : ` and for ${spanText(unanswered_s)} from then on`;
  const isIdle = !decisions.some((row) => row.service === service && row.until_s >= time_s);
  return `${lasted}${isIdle ? ', and it takes no action.' : ', and it never has that many ready. A lower target or a higher minimum keeps more in reserve.'}`;
}

/** So many calls fail that the fast requests cannot meet the SLO. */
function failuresText({ policy, scenario }: Case): string | undefined {
  const share = policy.measures.unanswered_ratio?.mean ?? 0;
  if (scenario.slo === null || share <= 1 - scenario.slo.objective) return undefined;
  const lostOn = (edge: GraphEdge) => (edge.failedRatio ?? 0) * (edge.triesPerRequest ?? 0);
  const [worst] = [...(graphOf(policy)?.edges ?? [])].sort((a, b) => lostOn(b) - lostOn(a));
  if (worst === undefined || lostOn(worst) === 0) return undefined;
  const { from, to, failedRatio = 0 } = worst;
  return `does not answer ${percentText(share)} % of the requests well, more than the SLO allows: ${percentText(failedRatio)} % of the tries from ${from} to ${to} fail.`;
}

/** Users wait although as many were ready as the load needs at 80 % use. */
function enoughText({ timeline, above, policy }: Case): string | undefined {
  const slow = stepsWhile(timeline, above);
  if (slow.length === 0 || slow.some(({ ready, need }) => need === null || ready < need)) return undefined;
  return `has as many instances ${serviceText(policy, timeline)}ready as 80 % use needs, and users still wait: the SLO needs more in reserve: a lower target, or a higher minimum.`;
}

function serviceText({ timeline }: PolicyResult, { service }: Timeline): string {
  return timeline.length > 1 ? `of ${service} ` : '';
}
