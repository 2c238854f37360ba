/** How many checks in a row change what is believed. */
export interface StreakRules {
  /** Successes that make good what was bad. */
  readonly good: number;
  /** Failures that make bad what was good. */
  readonly bad: number;
}

/**
 * What is believed of each instance after its checks, as HAProxy's rise and fall: so many in a row that say otherwise turn it.
 * Where nothing is believed yet the first check decides.
 */
export class Streaks {
  readonly #rules: StreakRules;
  /** [instance] undefined: nothing is believed yet */
  readonly #isGood: (boolean | undefined)[] = [];
  /** [instance] checks in a row that said otherwise */
  readonly #doubts: number[] = [];

  constructor(rules: StreakRules) {
    this.#rules = rules;
  }

  begin(instance: number, isGood: boolean | undefined): void {
    this.#isGood[instance] = isGood;
    this.#doubts[instance] = 0;
  }

  isGood(instance: number): boolean {
    return this.#isGood[instance] === true;
  }

  /** A check said so. @returns whether what is believed has changed */
  note(instance: number, isOk: boolean): boolean {
    const believed = this.#isGood[instance];
    if (isOk === believed) {
      this.#doubts[instance] = 0;
      return false;
    }
    const needed = believed === undefined ? 1 : isOk ? this.#rules.good : this.#rules.bad;
    if (++this.#doubts[instance] < needed) return false;
    this.begin(instance, isOk);
    return true;
  }
}
