import type { ProblemError } from '../../src/base/problem.js';
import { parseScenario } from '../../src/scenario/load.js';
import { checkRules } from '../../src/scenario/rules.js';
import type { ScenarioInput } from '../../src/scenario/schema.js';

/** Everything that the checks say of a scenario, warnings too: `code path: what`. */
export function ruleTexts(input: ScenarioInput): string[] {
  try {
    return checkRules(parseScenario(input)).map(({ code, path, what }) => `${code} ${path.join('.')}: ${what}`);
  } catch (error) {
    const { problems } = error as ProblemError; // safe: nothing else is thrown
    return problems.map(({ code, where, what }) => `${code} ${where.path}: ${what}`);
  }
}
