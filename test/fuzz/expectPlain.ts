import { expect } from 'vitest';
import { type Problem, ProblemError, problemLines } from '../../src/base/problem.js';
import { PolicyFault } from '../../src/policy/policy.js';

/** Words that only a program says that read something which is not there. Inputs may hold them, so they are looked for beside their own text. */
const slips = /\bundefined\b|\[object |is not a function|is not iterable|Cannot read properties/;
/** What a terminal or a log obeys. */
export const controls = /(?![\n\t])[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;

/** The user's mistakes: problems or a fault of the policy. @throws anything else again, for that is a mistake of ours */
export function mistakesIn(thrown: unknown): readonly Problem[] {
  if (thrown instanceof PolicyFault) {
    expect(thrown.message).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
    return [];
  }
  if (!(thrown instanceof ProblemError)) throw thrown;
  return thrown.problems;
}

/** Problems say what, why and what to do, in text that a terminal can show. */
export function expectPlain(problems: readonly Problem[], input: string): void {
  expect(problems.length).toBeGreaterThan(0);
  for (const problem of problems) {
    const { what, why, fix } = problem;
    for (const words of [what, why, fix]) expect(words.trim()).not.toBe('');
    const shown = problemLines(problem).join('\n');
    expect(shown).not.toMatch(controls);
    if (!slips.test(input)) expect(shown).not.toMatch(slips);
  }
}
