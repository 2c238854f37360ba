import type { PolicyResult, ScenarioResult, Timeline } from '../../../results/results.js';
import { aboveSloOfService, type Spell } from '../../aboveSlo.js';
import { type DecisionMark, decisionMarksOf } from '../../analysis/decisionMarks.js';
import { faultsOf } from '../../analysis/shortages.js';
import type { Candidate, Study } from '../../analysis/study.js';
import { clockOf, clockText } from '../../clock.js';
import { formatDuration } from '../../format.js';
import type { TimelineData, TimelineFault, TimelineMark, TimelineRow } from '../charts/timelineData.js';
import { failureMaxOf, failuresOf } from './failures.js';
import { keptOutKindsOf, keptOutOf } from './keptOut.js';
import { latencyDomainOf } from './latencyDomain.js';
import { rounded, thinChanges, thinSamples } from './thin.js';
import { tokenSamplesOf, tokenScaleOf } from './tokenSamples.js';

/** How finely the curves are kept. */
export interface Fineness {
  readonly samplesMax: number;
  /** Steps of a curve that changes in steps: the picture is about them, so they get more room than samples. */
  readonly changesMax: number;
}

/** One timeline per service, the same policies in each, best first. */
export function timelineDataOf(study: Study, fineness: Fineness): TimelineData[] {
  const services = [...new Set(study.ranked.flatMap(({ policy }) => policy.timeline.map(({ service }) => service)))];
  return services.flatMap((service) => timelineOfService(service, study, fineness));
}

function timelineOfService(service: string, study: Study, fineness: Fineness): TimelineData[] {
  const pairs = study.ranked.flatMap((candidate) => {
    const timeline = candidate.policy.timeline.find((one) => one.service === service);
    return timeline === undefined || timeline.ready.length === 0 ? [] : [{ candidate, timeline }];
  });
  if (pairs.length === 0) return [];
  const [{ timeline: first }] = pairs;
  const { slo, duration_s, warmup_s } = study.scenario;
  const sloMs = slo === null ? null : slo.latency_s * 1000;
  const latencies = pairs.flatMap(({ timeline }) => latencyOf(timeline).filter((value) => value !== null));
  const failures = pairs.map(({ timeline }) => failuresOf(timeline, Math.ceil(fineness.samplesMax / 2)));
  const top = pairs.reduce((most, { timeline }) => Math.max(most, maxOf(timeline.ready), maxOf(timeline.needed)), 1);
  return [
    {
      service,
      ...clockOf(study.scenario),
      durationSeconds: duration_s,
      warmupSeconds: warmup_s,
      rate: thinSamples({ stepSeconds: first.step_s, values: first.rate }, fineness.samplesMax, 'mean'),
      faults: faultsOfStudy(study, service),
      sloMs,
      countMax: countMaxOf(
        top,
        pairs.map(({ timeline }) => timeline.bounds?.max),
      ),
      failureMax: failureMaxOf(failures),
      latencyName: latencyNameOf(first, study.scenario),
      latencyDomain: latencyDomainOf(latencies, sloMs),
      ...nodeMaxOf(pairs.map(({ timeline }) => timeline)),
      ...tokenScaleOf(pairs, slo),
      ...keptOutKindsOf(pairs.map(({ timeline }) => timeline)),
      hasCpu: pairs.some(({ timeline }) => timeline.cpu.some((value) => value !== null)),
      rows: pairs.map(({ candidate, timeline }, index) => ({
        failures: failures[index],
        bounds: timeline.bounds ?? null,
        held: (timeline.held_back ?? []).map(({ from_s, until_s }) => [from_s, until_s] as const),
        ...rowOf(candidate, timeline, { ...fineness, start: study.scenario.start }),
        ...keptOutOf(timeline, duration_s / spellsMax),
        aboveSlo: joined(aboveSloOfService(timeline, study.scenario), duration_s / spellsMax),
      })),
    },
  ];
}

/** A maximum a little above what was reached is on the scale; one far above would squeeze everything else. */
function countMaxOf(top: number, maxima: readonly (number | undefined)[]): number {
  const near = maxima.filter((max) => max !== undefined && max <= top * 1.6);
  const highest = Math.max(top, ...near.map((max) => max ?? 0));
  return highest + Math.max(2, Math.ceil(highest * 0.12));
}

/** The quantile that the objective speaks of: of p95 nobody can see whether 99 % were in time. */
function latencyOf({ objective_ms, p95_ms }: Timeline): readonly (number | null)[] {
  return objective_ms ?? p95_ms;
}

function latencyNameOf({ objective_ms }: Timeline, { slo }: ScenarioResult): string {
  if (objective_ms === undefined || slo === null) return 'p95';
  return slo.objective >= 1 ? 'slowest' : `p${Number((slo.objective * 100).toPrecision(12))}`;
}

/** Spells closer than a picture can part are one. */
const spellsMax = 2000;

function joined(spells: readonly Spell[], leastSeconds: number): Spell[] {
  const found: Spell[] = [];
  for (const [from, until] of spells) {
    const last = found.at(-1);
    if (last !== undefined && from - last[1] < leastSeconds) found[found.length - 1] = [last[0], until];
    else found.push([from, until]);
  }
  return found;
}

function maxOf(values: readonly (number | null)[]): number {
  return values.reduce<number>((most, value) => Math.max(most, value ?? 0), 0);
}

function rowOf(
  { label: name, place, style, policy }: Candidate,
  timeline: Timeline,
  { samplesMax, changesMax, start }: Fineness & { readonly start: string | undefined },
): Omit<TimelineRow, 'aboveSlo' | 'failures' | 'bounds' | 'held'> {
  const { step_s: stepSeconds } = timeline;
  return {
    name,
    place,
    color: style.color,
    changes: thinChanges(changesOf(timeline), changesMax),
    latency: rounded(thinSamples({ stepSeconds, values: latencyOf(timeline) }, samplesMax, 'max')),
    cpu: rounded(thinSamples({ stepSeconds, values: timeline.cpu }, Math.ceil(samplesMax / 2), 'mean')),
    marks: [...marksOf(policy, timeline, start)],
    ...nodesOf(timeline, samplesMax),
    ...tokenSamplesOf(timeline, Math.ceil(samplesMax / 2)),
  };
}

function nodesOf({ nodes, step_s: stepSeconds }: Timeline, samplesMax: number): Pick<TimelineRow, 'nodes'> {
  if (nodes === undefined) return {};
  const thin = (values: readonly number[]) => thinSamples({ stepSeconds, values }, samplesMax, 'max');
  return { nodes: { ready: thin(nodes.ready), coming: thin(nodes.provisioning), pending: thin(nodes.pending) } };
}

function nodeMaxOf(timelines: readonly Timeline[]): Pick<TimelineData, 'nodeMax'> {
  const tops = timelines.flatMap(({ nodes }) =>
    nodes === undefined
      ? []
      : [...nodes.ready.map((count, step) => count + nodes.provisioning[step]), ...nodes.pending],
  );
  return tops.length === 0 ? {} : { nodeMax: Math.max(1, maxOf(tops)) };
}

/** A row wherever needed, ready or desired differs from the step before. */
function changesOf({ step_s, needed, ready, desired }: Timeline): TimelineRow['changes'] {
  return ready.flatMap((count, step) => {
    const isSame =
      step > 0 && count === ready[step - 1] && needed[step] === needed[step - 1] && desired[step] === desired[step - 1];
    return isSame ? [] : [[step * step_s, needed[step], count, desired[step]] as const];
  });
}

/** The same faults strike every policy (common random numbers); the union guards against one that was cut short. */
export function faultsOfStudy({ ranked }: Study, service?: string): TimelineFault[] {
  const byKey = new Map<string, TimelineFault>();
  for (const { policy } of ranked) {
    const events = policy.events.filter(
      (event) => service === undefined || event.service === undefined || event.service === service,
    );
    for (const { kind, fromSeconds, untilSeconds } of faultsOf({ ...policy, events })) {
      byKey.set(`${kind} ${fromSeconds}`, { fromSeconds, untilSeconds, label: kind.replace(/-/g, ' ') });
    }
  }
  return [...byKey.values()].sort((a, b) => a.fromSeconds - b.fromSeconds);
}

/** Events of its decisions, and where each spell begins in which something held it back. */
function marksOf(
  policy: PolicyResult,
  { service, held_back = [], ready, step_s }: Timeline,
  start: string | undefined,
): TimelineMark[] {
  const isInSpell = (seconds: number) =>
    held_back.some(({ from_s, until_s }) => from_s <= seconds && seconds <= until_s);
  const decided = decisionMarksOf(policy)
    .filter(
      (mark) =>
        mark.service === service && (mark.isReversal || mark.result === 'accepted' || !isInSpell(mark.timeSeconds)),
    )
    .map(
      (mark): TimelineMark => ({
        timeSeconds: mark.timeSeconds,
        type: mark.isReversal ? 'reversal' : mark.result === 'accepted' ? 'change' : 'held',
        count: mark.to,
        title: markTitle(mark, start),
      }),
    );
  const held = held_back.map(
    ({ from_s, until_s, by, wanted }): TimelineMark => ({
      timeSeconds: from_s,
      type: 'held',
      count: ready[Math.floor(from_s / step_s)] ?? 0,
      title: `${clockText(from_s, start)} wanted ${wanted} for ${formatDuration(until_s - from_s)}, held back by ${by}`,
    }),
  );
  return [...decided, ...held].sort((a, b) => a.timeSeconds - b.timeSeconds);
}

/** `00:33:45 reversal 25 → 21: cpu 51 %, target 62 %`. */
function markTitle(
  { timeSeconds, isReversal, from, to, wished, result, rule, reason, who }: DecisionMark,
  start?: string,
): string {
  const what = isReversal ? 'reversal ' : result === 'accepted' ? '' : `${result} (wished ${wished}) `;
  const why = [rule, reason].filter((text) => text !== '').join(': ');
  const by = who === '' ? '' : ` by ${who}`;
  return `${clockText(timeSeconds, start)} ${what}${from} → ${to}${by}${why === '' ? '' : `; ${why}`}`;
}
