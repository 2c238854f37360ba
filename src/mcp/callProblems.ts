import type { Problem } from '../base/problem.js';

/** Why a call has no answer, as the caller is told. */
export class CallProblems extends Error {
  override readonly name = 'CallProblems';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ what }) => what).join('; '));
    this.problems = problems;
  }
}
