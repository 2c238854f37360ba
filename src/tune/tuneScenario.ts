import type { Candidate } from '../policy/policySpec.js';
import { namedLock } from '../results/namedLock.js';
import type { RunResult } from '../results/runResult.js';
import type { TunedDeployment, TunedFigures, TunedGain, TuneResult } from '../results/tuneResult.js';
import type { PlannedComparison } from '../run/plan.js';
import { sloGoalOf } from '../scenario/sloGoal.js';
import { pairedDifference } from '../stats/pairedDifference.js';
import { directionOf, isWithin } from '../stats/verdict.js';
import type { Axis } from './axes.js';
import { type Deployment, deploymentOf, type TextOf } from './deploy/deployment.js';
import { figuresOf, judgeOf, safetyOf } from './figures.js';
import { goalValue } from './goal.js';
import { judgeMusts, readMusts } from './musts.js';
import { type RunCounter, take } from './runCounter.js';
import { numbers } from './search/searchPoints.js';
import { runSettings, type Setting, type Tuned, type TuneQuestion, tunePolicy } from './tunePolicy.js';
import { whyNot } from './whyNot.js';

export interface TuneRequest extends TuneQuestion {
  readonly axes: readonly Axis[];
  /** The policy as it is. */
  readonly today: Setting;
  /** Combinations that the manifest refused, known once the search is over. */
  readonly refusedCount: () => number;
  readonly textOf: TextOf;
  /** The policy that a changed file is; a TypeScript one is bundled for it. */
  bindingsOf(edit: NonNullable<Deployment['edit']>, candidate: Candidate): Promise<Candidate['bindings']>;
  readonly notes: readonly string[];
}

/** A tuned scenario, and the file to write. */
export interface TunedScenario {
  readonly result: Omit<TuneResult, 'version' | 'command'>;
  readonly edit: Deployment['edit'];
}

/** Searches, judges the best anew, makes its diff, holds it against today's setting; or says why nothing meets. */
export async function tuneScenario(request: TuneRequest): Promise<TunedScenario> {
  const { judging, axes, today, budget, notes } = request;
  const tuned = await tunePolicy(request);
  const { search, best } = tuned;
  const counter = { left: budget - tuned.runCount, other: 0 };
  const deployed = best === undefined ? undefined : await deploy(best, request, counter);
  const compared = best === undefined ? undefined : await againstToday(best, deployed, request, counter);
  const why = best === undefined && tuned.failure === undefined ? await whyNot(tuned, request, counter) : [];
  const { scenario, hash } = today.comparison;
  const { slo } = scenario;
  const result: TunedScenario['result'] = {
    format: 'dryscale-tune/1',
    scenario: {
      name: scenario.name,
      hash,
      ...namedLock(today.comparison),
      duration_s: scenario.duration,
      warmup_s: scenario.warmup,
      ...(scenario.occurs === undefined ? {} : { occurs: scenario.occurs }),
      seed: scenario.seed,
      slo: slo === undefined ? null : sloGoalOf(slo),
    },
    policy: today.policy,
    goal: { measure: judging.goal.name, unit: judging.goal.unit, better: judging.goal.better },
    must: judgeMusts(judging.musts, []).map(({ metric, expression }) => ({ metric, expression })),
    must_of_scenario: judging.musts.isOfScenario,
    ...(judging.worldShare === undefined ? {} : { worlds: { share: judging.worldShare, final: request.finalCount } }),
    vary: axes.map(({ key, values }) => ({ key, values })),
    safety: safetyOf(judging),
    search: {
      kind: search.kind,
      combinations: search.combinationCount,
      tried: search.entrants.length,
      refused: request.refusedCount(),
      ended: search.end,
    },
    runs: { budget, search: search.runCount, final: tuned.runCount - search.runCount, other: counter.other },
    points: tuned.points,
    finals: tuned.finals,
    best: best?.final ?? null,
    today: compared?.today ?? null,
    gain: compared?.gain ?? null,
    deployment: deployed?.deployment ?? null,
    why,
    notes: [...notes, ...findings(tuned, request), ...withoutToday(deployed, compared)],
  };
  return { result, edit: deployed?.edit };
}

type Best = NonNullable<Tuned['best']>;

interface Deployed {
  readonly deployment: TunedDeployment;
  readonly edit: Deployment['edit'];
}

/** The diff of the best, once a run has shown that the changed file decides as the setting did. */
async function deploy(best: Best, request: TuneRequest, counter: RunCounter): Promise<Deployed> {
  const { setting, final, runs } = best;
  const { comparison, policy } = setting;
  const [candidate] = comparison.candidates;
  const { edit, files, reason } = deploymentOf(candidate, request.textOf);
  const common = { file: files.join(', '), policy, ...(reason === undefined ? {} : { reason }) };
  if (edit === undefined) return { deployment: { kind: 'parameters', ...common }, edit };
  if (edit.diff === '') return { deployment: { kind: 'none', ...common }, edit };
  if (take(counter, 1)) {
    const bindings = await request.bindingsOf(edit, candidate);
    const changedAt = (replication: number): PlannedComparison => {
      const planned = setting.comparisonAt(replication);
      return { ...planned, candidates: [{ ...candidate, bindings, params: {} }] };
    };
    const [again] = await runSettings(request, [
      { setting: { comparisonAt: changedAt }, replications: [final.replications[0]] },
    ]);
    if (!('runs' in again) || !isSameRun(again.runs[0], runs[0])) {
      const other = `a run with the changed ${edit.file} differs from the run with the parameters`;
      return { deployment: { kind: 'parameters', ...common, reason: other }, edit: undefined };
    }
  }
  return { deployment: { kind: 'edit', ...common, diff: edit.diff }, edit };
}

function isSameRun(a: RunResult | undefined, b: RunResult): boolean {
  return (
    a !== undefined && a.fingerprint === b.fingerprint && JSON.stringify(a.measures) === JSON.stringify(b.measures)
  );
}

/** Today's setting on the same fresh runs; it is the best itself where the file stays as it is. */
async function againstToday(
  { final, runs }: Best,
  deployed: Deployed | undefined,
  request: TuneRequest,
  counter: RunCounter,
): Promise<{ readonly today: TunedFigures | null; readonly gain: TunedGain | null }> {
  const none = { today: null, gain: null };
  const { judging, today } = request;
  if (deployed?.deployment.kind === 'none') return none;
  const [first, last] = final.replications;
  if (!take(counter, final.runs)) return none;
  const [outcome] = await runSettings(request, [{ setting: today, replications: numbers(first, last + 1) }]);
  if (!('runs' in outcome)) return none;
  return { today: figuresOf(outcome.runs, judging), gain: gainOf(outcome.runs, runs, request) };
}

/** Goal of the best minus today's, run by run. */
function gainOf(today: readonly RunResult[], best: readonly RunResult[], { judging }: TuneRequest): TunedGain | null {
  const pairs: { a: number[]; b: number[] } = { a: [], b: [] };
  for (const [index, run] of best.entries()) {
    const [a, b] = [goalValue(judging.goal, today[index]), goalValue(judging.goal, run)];
    if (a === undefined || b === undefined) continue;
    pairs.a.push(a);
    pairs.b.push(b);
  }
  if (pairs.a.length === 0) return null;
  const interval = pairedDifference(pairs);
  const margin = judgeOf(judging).marginOf(pairs.a.reduce((sum, value) => sum + value, 0) / pairs.a.length);
  const verdict = isWithin(interval, margin)
    ? 'no difference that matters'
    : directionOf(interval, judging.goal.better);
  const { mean: difference, low, high } = interval;
  return { difference, low, high, verdict };
}

/** What would make a reader misjudge the answer. */
function findings(
  { best, untriedCount, points, search }: Tuned,
  { judging, today, budget, axes }: TuneRequest,
): string[] {
  const failed = points.filter(({ failure }) => failure !== undefined);
  const own = judging.musts.isOfScenario ? undefined : readMusts([], today.comparison.scenario);
  const missed = best === undefined || own === undefined ? [] : judgeMusts(own, best.runs).filter(({ ok }) => !ok);
  return [
    ...(search.end === 'budget'
      ? [
          `The budget of ${budget} runs ended the search: ${points.filter(({ left, failure }) => left === undefined && failure === undefined).length} settings were still undecided.`,
        ]
      : []),
    ...(untriedCount > 0
      ? [
          `The budget of ${budget} runs had none left for final runs of ${untriedCount} settings of the front: raise --budget.`,
        ]
      : []),
    ...(search.kind === 'sample'
      ? [
          `${search.entrants.length} of ${search.combinationCount} combinations were tried: a Latin hypercube, then steps from the best.`,
        ]
      : []),
    ...(failed.length > 0
      ? [`${failed.length} settings failed, first ${failed[0].policy}: ${failed[0].failure?.message}`]
      : []),
    ...(best === undefined ? [] : atEnds(best.setting, axes)),
    ...missed.map(
      ({ metric, expression, value }) =>
        `The best misses the scenario's own ${metric} ${expression} (${value ?? 'no value'}): --must replaced it.`,
    ),
  ];
}

/** A best at the end of a range may only be the best that was asked about. */
function atEnds({ params }: Setting, axes: readonly Axis[]): string[] {
  return axes.flatMap(({ key, values }) => {
    const numbersTried = values.map(Number).filter(Number.isFinite);
    const value = params[key];
    if (typeof value !== 'number' || numbersTried.length < 2) return [];
    const isLeast = value === Math.min(...numbersTried);
    if (!isLeast && value !== Math.max(...numbersTried)) return [];
    const end = isLeast ? 'smallest' : 'largest';
    return [`${key}=${value} is the ${end} value that was tried: beyond it may be a better one.`];
  });
}

function withoutToday(
  deployed: Deployed | undefined,
  compared: { readonly today: TunedFigures | null } | undefined,
): string[] {
  if (deployed === undefined || deployed.deployment.kind === 'none' || compared?.today !== null) return [];
  return ['It is not held against the policy as it is: the budget had no runs left for that, or that policy failed.'];
}
