import { isHindsight } from '../../results/judged.js';
import { type FailedPolicy, hasResults, type PolicyResult } from '../../results/results.js';
import type { RunResult } from '../../results/runResult.js';
import { type Advantage, advantageOfGoal, advantageOver, advantageOverLimits } from '../../results/worlds/advantage.js';
import { findFlips } from '../../results/worlds/findFlips.js';
import { failedOutcome, lossOf, type Outcome, outcomeOf, winnerOf } from '../../results/worlds/outcome.js';
import { type Plausible, plausibleOf } from '../../results/worlds/plausible.js';
import type { Robustness, Sensitivity } from '../../results/worlds/robustness.js';
import type { Scenario } from '../../scenario/schema.js';
import type { CellOutcome } from '../cellTask.js';
import type { FinishedCell } from '../finishedCell.js';
import type { PlannedComparison } from '../plan.js';

/** How the runs of the worlds ended, and those at the stated values beside them. */
export interface WorldRuns {
  /** [world][candidate] */
  readonly worlds: readonly (readonly (CellOutcome | undefined)[])[];
  /** [world][candidate] with the world's replication number. */
  readonly control: readonly (readonly (CellOutcome | undefined)[])[];
}

export interface Uncertainty {
  readonly robustness: Robustness;
  readonly sensitivity: Sensitivity;
  /** By candidate, the ranges of its measures over the worlds. */
  readonly plausible: ReadonlyMap<string, Readonly<Record<string, Plausible>>>;
}

/**
 * What the worlds say of the answer that the runs at the stated values give.
 *
 * A candidate that failed at the stated values is left out, and so are `oracle`, which nobody can deploy, and worlds that an
 * interruption left without a run of each other candidate.
 */
export function uncertaintyOf(
  { scenario, worlds: planned }: Pick<PlannedComparison, 'scenario' | 'worlds'>,
  policies: readonly (PolicyResult | FailedPolicy)[],
  runs: WorldRuns,
  allowEmpty: boolean,
): Uncertainty | undefined {
  if (planned === undefined) return undefined;
  const places = placesOf(policies);
  const isWhole = (row: readonly (CellOutcome | undefined)[]) =>
    places.every((place) => ['done', 'failed'].includes(row[place]?.type ?? ''));
  const whole = planned.worlds.flatMap((world, index) =>
    isWhole(runs.worlds[index]) ? [{ world, row: runs.worlds[index] }] : [],
  );
  const control = runs.control.filter(isWhole);
  if (places.length === 0 || whole.length === 0) return undefined;
  const rule = { goal: planned.goal, allowEmpty };
  const judge = (row: readonly (CellOutcome | undefined)[], of: Scenario): Outcome[] =>
    places.map((place) => {
      const outcome = row[place];
      return outcome?.type === 'done' ? outcomeOf(outcome.result, of, rule) : failedOutcome;
    });
  const outcomes = whole.map(({ world, row }) => judge(row, world.scenario));
  const ofControl = control.map((row) => judge(row, scenario));
  const winner = winnerOf(places.map((place) => statedOutcome(policies[place], planned.goal)));
  const hasLimits = scenario.slo !== undefined || Object.keys(scenario.thresholds).length > 0;
  const against = places.length > 1 ? 'best other' : hasLimits ? 'limits' : 'nothing';
  const findFor = (of: Robustness['against']) =>
    findFlips({
      inputs: planned.inputs,
      values: whole.map(({ world }) => world.values),
      advantages: outcomes.map((row, index) =>
        advantageIn(row, winner, { against: of, objective: whole[index].world.scenario.slo?.objective }),
      ),
    });
  const found = findFor(against);
  const shares = (rows: readonly (readonly Outcome[])[], place: number) => ({
    meets: hasLimits ? shareOf(rows, (row) => row[place].meets) : null,
    wins: shareOf(rows, (row) => winnerOf(row) === place) ?? 0,
  });
  const rows = places.map((place, index) => ({
    name: policies[place].name,
    ...shares(outcomes, index),
    control: shares(ofControl, index),
    ...failuresOf(whole.map(({ row }) => row[place])),
  }));
  const held = (of: Pick<Robustness['policies'][number], 'meets' | 'wins'>) =>
    against === 'best other' ? of.wins : of.meets;
  const { leftOut, notDrawn, askedCount, goal, inputs } = planned;
  return {
    robustness: {
      worlds: whole.length,
      asked: askedCount,
      ...(leftOut.length === 0 ? {} : { left_out: [...leftOut] }),
      goal,
      winner: rows[winner].name,
      share: held(rows[winner]),
      control: { runs: control.length, share: control.length === 0 ? null : held(rows[winner].control) },
      against,
      policies: rows,
      inputs: [...inputs],
      // Without limits there is nothing to flip.
      flips: against === 'nothing' ? found.flips.map(({ path, r2 }) => ({ path, at: null, r2 })) : found.flips,
      ...(against === 'best other' && hasLimits ? { limit_flips: findFor('limits').flips } : {}),
      not_drawn: notDrawn,
    },
    sensitivity: found.sensitivity,
    plausible: plausibleByName(
      policies,
      whole.map(({ row }) => row),
    ),
  };
}

/** Candidates to choose among: `oracle` only where there is nothing else. */
function placesOf(policies: readonly (PolicyResult | FailedPolicy)[]): number[] {
  const ran = policies.flatMap((policy, place) => (hasResults(policy) ? [place] : []));
  const deployable = ran.filter((place) => !isHindsight(policies[place]));
  return deployable.length === 0 ? ran : deployable;
}

/** Of all runs at the stated values together, as the reports judge them. */
function statedOutcome(policy: PolicyResult | FailedPolicy, goal: string): Outcome {
  if (!hasResults(policy)) return failedOutcome;
  const { measures, slo, thresholds } = policy;
  const [good, offered] = [measures.requests_good?.mean, measures.requests_offered?.mean];
  const plain = typeof good === 'number' && typeof offered === 'number' && offered > 0 ? good / offered : 0;
  return {
    meets: slo?.met !== false && thresholds.every(({ ok }) => ok),
    loss: lossOf(goal, measures[goal]?.mean),
    goodShare: slo?.good_share ?? plain,
  };
}

function advantageIn(
  row: readonly Outcome[],
  winner: number,
  { against, objective }: { readonly against: Robustness['against']; readonly objective: number | undefined },
): Advantage {
  if (against === 'limits') return advantageOverLimits(row[winner], objective);
  if (against === 'nothing') return advantageOfGoal(row[winner]);
  return advantageOver(
    row[winner],
    row.filter((_, index) => index !== winner),
    objective,
  );
}

function shareOf<Row>(rows: readonly Row[], holds: (row: Row) => boolean): number | null {
  return rows.length === 0 ? null : rows.filter(holds).length / rows.length;
}

function failuresOf(outcomes: readonly (CellOutcome | undefined)[]) {
  const failures = outcomes.flatMap((outcome) => (outcome?.type === 'failed' ? [outcome.failure.message] : []));
  return failures.length === 0 ? {} : { failed: failures.length, failure: failures[0] };
}

function plausibleByName(
  policies: readonly (PolicyResult | FailedPolicy)[],
  rows: readonly (readonly (CellOutcome | undefined)[])[],
): ReadonlyMap<string, Readonly<Record<string, Plausible>>> {
  return new Map(
    policies.flatMap((policy, place) => {
      const done = rows.flatMap((row): RunResult[] => {
        const outcome = row[place];
        return outcome?.type === 'done' ? [outcome.result] : [];
      });
      return hasResults(policy) && done.length > 0 ? [[policy.name, plausibleOf(done)] as const] : [];
    }),
  );
}

/** The runs of the worlds of one comparison, out of all that finished. `all` is what `withWorlds` gives. */
export function worldRunsOf(
  comparisonIndex: number,
  all: readonly PlannedComparison[],
  finished: readonly FinishedCell[],
): WorldRuns {
  const comparison = all[comparisonIndex];
  const byCell = new Map(finished.map((one) => [keyOf(one.cell), one.outcome]));
  const parts = all.flatMap((one, index) => (one.of === comparisonIndex ? [index] : []));
  const [control, ...worlds] = parts;
  const rowOf = (index: number, replication: number) =>
    comparison.candidates.map((_, candidateIndex) =>
      byCell.get(keyOf({ comparisonIndex: index, candidateIndex, replication })),
    );
  const numbers = comparison.worlds?.worlds.map(({ number }) => number) ?? [];
  return {
    worlds: numbers.map((number, index) => rowOf(worlds[index], number)),
    control: numbers.map((number) => {
      const ofPlan = rowOf(comparisonIndex, number);
      return ofPlan.every((outcome) => outcome === undefined) ? rowOf(control, number) : ofPlan;
    }),
  };
}

function keyOf({
  comparisonIndex,
  candidateIndex,
  replication,
}: Pick<FinishedCell['cell'], 'comparisonIndex' | 'candidateIndex' | 'replication'>): string {
  return `${comparisonIndex}/${candidateIndex}/${replication}`;
}
