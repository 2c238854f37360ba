import type { Failure } from '../../results/results.js';
import { isWithin } from '../../stats/verdict.js';
import { type Entrant, goalDifference, type Judge, leaveOf, meanGoal, ranking } from './entrant.js';
import { neighbours, type Point, planPoints, pointKey } from './planPoints.js';

/** Runs of every setting in the first rung; each later one doubles them. */
export const firstRunCount = 5;
/** With so many runs a difference that is not seen yet hardly matters. */
export const mostRunCount = 80;

/** Runs of one setting that are asked for. */
export interface AskedRuns {
  readonly point: Point;
  /** Numbers of replications, from 0. */
  readonly replications: readonly number[];
}

/** The runs, in the order of their numbers, or what the policy failed with. */
export type PointRuns<Run> = { readonly runs: readonly Run[] } | { readonly failure: Failure };

/** Why a search ended. */
export type SearchEnd =
  /** One setting is left. */
  | 'one-left'
  /** Those that are left differ by no more than matters. */
  | 'alike'
  /** All runs of all that are left miss what must hold. */
  | 'none-meets'
  | 'most-runs'
  | 'budget'
  | 'all-failed';

export interface SearchOutcome<Run> {
  /** Every setting that had a run, in the order in which they came in. */
  readonly entrants: readonly Entrant<Run>[];
  readonly kind: 'full' | 'sample';
  readonly combinationCount: number;
  readonly end: SearchEnd;
  readonly runCount: number;
}

export interface SearchQuestion<Run> {
  /** [axis] how many values it has. */
  readonly counts: readonly number[];
  readonly seed: number;
  /** Those of some settings that can be: not a minimum above a maximum. @throws ProblemError before anything runs */
  accept?(points: readonly Point[]): Promise<readonly Point[]>;
  /** Most runs; at least those of the first rung of one setting. */
  readonly budget: number;
  readonly judge: Judge<Run>;
  run(asked: readonly AskedRuns[]): Promise<readonly PointRuns<Run>[]>;
  /** Called before each rung, from 1. */
  readonly onRung?: (rung: { readonly number: number; readonly settings: number; readonly runCount: number }) => void;
}

/** Share of the budget that a sample's first rung may take: local steps and later rungs take the rest. */
const sampleShare = 0.5;
const mostStepRounds = 3;
/** Settings whose neighbours are tried. */
const steppedFrom = 3;

/**
 * The settings worth having of all combinations, by successive halving on the same replications.
 *
 * Problem: hundreds of settings, runs that differ by chance, and a best that is only the luckiest.
 * Idea: all get five runs; each rung doubles the runs of those that are left. Of the worse half one leaves only where its own
 * runs say so (`leaveOf`), never for its rank. Runs are paired: the same replications for all, so that differences vary little.
 * Cost: at most `budget` runs.
 * @see Jamieson and Talwalkar (2016), successive halving. Deviation: it drops the worse half unseen, whatever the intervals.
 */
export async function searchPoints<Run>(question: SearchQuestion<Run>): Promise<SearchOutcome<Run>> {
  const { counts, seed, budget } = question;
  const affordable = Math.floor(budget / firstRunCount);
  const whole = planPoints({ counts, most: affordable, seed });
  const planned =
    whole.kind === 'full'
      ? whole
      : planPoints({ counts, most: Math.max(1, Math.floor(affordable * sampleShare)), seed });
  const field = new Field(question);
  await field.add(planned.points);
  if (planned.kind === 'sample') await field.step();
  const end = await field.halve();
  const { entrants, runCount } = field;
  return { entrants, kind: planned.kind, combinationCount: planned.combinationCount, end, runCount };
}

class Field<Run> {
  readonly entrants: Entrant<Run>[] = [];
  runCount = 0;
  readonly #question: SearchQuestion<Run>;
  #rung = 0;

  constructor(question: SearchQuestion<Run>) {
    this.#question = question;
  }

  /** New settings with the runs of the first rung, as many as the budget has room for. */
  async add(points: readonly Point[]): Promise<void> {
    const accepted = (await this.#question.accept?.(points)) ?? points;
    const room = Math.floor((this.#question.budget - this.runCount) / firstRunCount);
    const added = accepted.slice(0, room).map((point): Entrant<Run> => {
      return { point, runs: [], left: undefined, failure: undefined };
    });
    this.entrants.push(...added);
    await this.#runTo(added, firstRunCount);
  }

  /** Neighbours of the best, as long as they are better, with at most half of the runs that are left. */
  async step(): Promise<void> {
    const { counts, judge, budget } = this.#question;
    const most = this.runCount + Math.floor((budget - this.runCount) / 2);
    for (let round = 0; round < mostStepRounds; round++) {
      const known = new Set(this.entrants.map(({ point }) => pointKey(point)));
      const best = ranking(this.#going(), judge).slice(0, steppedFrom);
      const found = best.flatMap(({ entrant }) => neighbours(entrant.point, counts));
      const fresh = new Map(found.map((point) => [pointKey(point), point]));
      const points = [...fresh].filter(([key]) => !known.has(key)).map(([, point]) => point);
      const room = Math.floor((most - this.runCount) / firstRunCount);
      if (points.length === 0 || room < 1) return;
      await this.add(points.slice(0, room));
    }
  }

  async halve(): Promise<SearchEnd> {
    const { judge, budget } = this.#question;
    for (let target = firstRunCount; ; ) {
      if (this.#going().length === 0) return 'all-failed';
      this.#letGo();
      const going = this.#going();
      if (going.every(({ runs }) => runs.every((run) => judge.misses(run)))) return 'none-meets';
      if (going.length === 1) return 'one-left';
      if (this.#areAlike(going)) return 'alike';
      if (target >= mostRunCount) return 'most-runs';
      target = Math.min(mostRunCount, target * 2);
      const missing = going.reduce((sum, { runs }) => sum + Math.max(0, target - runs.length), 0);
      if (this.runCount + missing > budget) {
        const extra = Math.floor((budget - this.runCount) / going.length);
        const had = Math.min(...going.map(({ runs }) => runs.length));
        if (extra > 0) await this.#runTo(going, had + extra);
        this.#letGo();
        return 'budget';
      }
      await this.#runTo(going, target);
    }
  }

  #going(): Entrant<Run>[] {
    return this.entrants.filter(({ left, failure }) => left === undefined && failure === undefined);
  }

  /** Of the worse half those go whose runs say so, and where none of it does of all but the best; where none is left that keeps what must hold, those come back that do. */
  #letGo(): void {
    const { judge } = this.#question;
    const ranked = ranking(this.#going(), judge);
    const [first] = ranked;
    const best = first?.ok === true ? first.entrant : undefined;
    if (best === undefined) {
      for (const entrant of this.entrants) {
        if (entrant.left?.why === 'goal' && judge.verdictOf(entrant.runs).ok) entrant.left = undefined;
      }
    }
    const half = Math.ceil(ranked.length / 2);
    for (const part of [ranked.slice(half), ranked.slice(1, half)]) {
      for (const { entrant } of part) entrant.left = leaveOf(entrant, best, judge);
      if (part.some(({ entrant }) => entrant.left !== undefined)) return;
    }
  }

  #areAlike(going: readonly Entrant<Run>[]): boolean {
    const { judge } = this.#question;
    const [first, ...others] = ranking(going, judge);
    if (first?.ok !== true || first.goal === undefined) return false;
    const margin = judge.marginOf(first.goal);
    return others.every(
      ({ entrant, ok }) =>
        ok &&
        meanGoal(entrant.runs, judge) !== undefined &&
        isWithin(goalDifference(first.entrant, entrant, judge), margin),
    );
  }

  async #runTo(entrants: readonly Entrant<Run>[], target: number): Promise<void> {
    const asked = entrants.filter(({ runs, failure }) => failure === undefined && runs.length < target);
    this.#question.onRung?.({ number: ++this.#rung, settings: asked.length, runCount: target });
    const found = await this.#question.run(
      asked.map(({ point, runs }) => ({ point, replications: numbers(runs.length, target) })),
    );
    for (const [index, entrant] of asked.entries()) {
      this.runCount += target - entrant.runs.length;
      const outcome = found[index];
      if ('failure' in outcome) entrant.failure = outcome.failure;
      else entrant.runs = [...entrant.runs, ...outcome.runs];
    }
  }
}

/** from, from + 1, ..., to - 1 */
export function numbers(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}
