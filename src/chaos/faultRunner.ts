import type { PlannedComparison } from '../run/plan.js';
import type { Musts } from '../tune/musts.js';
import type { AskedSetting, PointRunner } from '../tune/pointRunner.js';
import { type Judged, judgeSchedule } from './judgeSchedule.js';
import { type Schedule, withSchedule } from './schedule.js';

/** Runs that are asked for. */
interface AskedRuns {
  readonly schedules: readonly Schedule[];
  /** Places of candidates. */
  readonly candidates: readonly number[];
  /** The first replication; `runCount` of them follow one another. */
  readonly from: number;
}

interface FaultRunnerOptions {
  readonly comparison: PlannedComparison;
  readonly musts: Musts;
  readonly runner: PointRunner;
  /** Replications of each candidate under each schedule. */
  readonly runCount: number;
  /** Most runs in all. */
  readonly budget: number;
}

/** Runs candidates under schedules, all on the same replications, and keeps to the budget. */
export class FaultRunner {
  leftCount: number;
  readonly #options: FaultRunnerOptions;

  constructor(options: FaultRunnerOptions) {
    this.#options = options;
    this.leftCount = options.budget;
  }

  /** Runs of one candidate under one schedule. */
  get runCount(): number {
    return this.#options.runCount;
  }

  /** @returns [schedule][candidate] */
  async judge({ schedules, candidates, from }: AskedRuns): Promise<Judged[][]> {
    const { comparison, musts, runner, runCount } = this.#options;
    const replications = Array.from({ length: runCount }, (_, index) => from + index);
    const asked = schedules.flatMap((schedule) => {
      const scenario = withSchedule(comparison.scenario, schedule);
      return candidates.map((candidate): AskedSetting => {
        const own = { ...comparison, scenario, candidates: [comparison.candidates[candidate]] };
        return { comparisonOf: () => own, replications };
      });
    });
    this.leftCount -= asked.length * runCount;
    const outcomes = await runner.run(asked);
    return schedules.map((_, row) =>
      candidates.map((candidate, column) =>
        judgeSchedule(comparison.candidates[candidate].name, outcomes[row * candidates.length + column], musts),
      ),
    );
  }
}
