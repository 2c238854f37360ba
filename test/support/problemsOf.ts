import { type Problem, ProblemError } from '../../src/base/problem.js';
import { parseScenario } from '../../src/scenario/load.js';
import type { ScenarioInput } from '../../src/scenario/schema.js';

/** Everything for which a scenario is refused; empty where it is taken. */
export function problemsOf(input: ScenarioInput): readonly Problem[] {
  try {
    parseScenario(input);
  } catch (error) {
    if (error instanceof ProblemError) return error.problems;
    throw error;
  }
  return [];
}
