import { GradeQueue } from '../../../record/gradeQueue.js';
import type { JournalPage, JournalReader } from '../../../record/journal.js';
import * as said from '../../../record/said.js';
import { tokenEvent, verdict } from '../../../record/tokenBlock.js';
import type { Route } from '../routes/route.js';
import { judgeVersions, type VersionCheck } from './judgeVersions.js';
import type { RolloutSettings } from './settings.js';
import { VersionSample } from './versionSample.js';

/** One step, and what was found at its end; of the last step the latest. */
export interface RolloutStep {
  readonly beginSeconds: number;
  readonly percent: number;
  readonly checks: readonly VersionCheck[];
}

export interface RolloutParts {
  readonly route: Route;
  readonly settings: RolloutSettings;
  /** Services by index. */
  readonly oldService: number;
  readonly newService: number;
  /** [group] the requests of the route: 0 at the old version, 1 at the new one; -1 of all others */
  readonly versions: Int8Array;
  readonly gradeSeconds: number;
  news(step: RolloutStep, isAborted: boolean): void;
}

/**
 * Moves the requests of a route from one version to the next, step by step, and back at once when the new one is worse.
 *
 * A step is judged at its end, by what was answered in it; the last one again and again, each time by what came since. Whether
 * a version gets too few requests to be judged is said and stops nothing: weights move on, as the clock does.
 */
export class Rollout implements JournalReader {
  readonly parts: RolloutParts;
  readonly steps: RolloutStep[] = [];
  abortedSeconds: number | undefined;
  readonly #samples = [new VersionSample(), new VersionSample()] as const;
  #grades: GradeQueue;

  constructor(parts: RolloutParts) {
    this.parts = parts;
    this.#grades = new GradeQueue(parts.gradeSeconds);
    this.#begin(0);
  }

  read({ outcomes, tokens }: JournalPage): void {
    const { versions } = this.parts;
    for (let row = 0; row < outcomes.count; row++) {
      const version = versions[outcomes.groups[row]];
      if (version < 0 || (outcomes.kinds[row] & said.answer) === 0) continue;
      this.#samples[version].answers++;
      this.#samples[version].errors += outcomes.errors[row];
    }
    for (let row = 0; row < tokens.count; row++) {
      if (tokens.kinds[row] === tokenEvent.preempted) continue;
      const version = versions[tokens.groups[row]];
      if (version < 0) continue;
      if (tokens.kinds[row] === tokenEvent.firstToken)
        this.#samples[version].firstTokens.record(tokens.seconds[row] - tokens.triedSeconds[row]);
      else if ((tokens.verdicts[row] & verdict.graded) !== 0)
        this.#grades.push(tokens.seconds[row], version, (tokens.verdicts[row] & verdict.right) !== 0);
    }
  }

  /** A step is over. @returns whether there is anything left to judge */
  judge(nowSeconds: number): boolean {
    const { settings, news } = this.parts;
    this.#grades.drain(nowSeconds, (version, isRight) => {
      this.#samples[version].graded++;
      if (isRight) this.#samples[version].right++;
    });
    const [old, next] = this.#samples;
    const checks = judgeVersions({ old, new: next }, settings.abort ?? {}, settings.minRequests);
    const step = { ...this.steps[this.steps.length - 1], checks };
    this.steps[this.steps.length - 1] = step;
    if (checks.some(({ isBroken }) => isBroken)) {
      this.abortedSeconds = nowSeconds;
      this.#send(0);
      news(step, true);
      return false;
    }
    this.#begin(nowSeconds);
    return this.steps.length < settings.steps.length || settings.steps[this.steps.length - 1] < 100;
  }

  /** The next step, or the last one goes on. */
  #begin(nowSeconds: number): void {
    const percent = this.parts.settings.steps[this.steps.length];
    for (const sample of this.#samples) sample.clear();
    this.#grades = new GradeQueue(this.parts.gradeSeconds);
    if (percent === undefined) return;
    this.steps.push({ beginSeconds: nowSeconds, percent, checks: [] });
    this.#send(percent);
    if (nowSeconds > 0) this.parts.news(this.steps[this.steps.length - 1], false);
  }

  #send(percent: number): void {
    const { route, oldService, newService } = this.parts;
    route.sendTo([
      { service: oldService, weight: 100 - percent },
      { service: newService, weight: percent },
    ]);
  }
}
