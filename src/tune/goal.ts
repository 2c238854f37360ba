import { exitCode } from '../base/exitCode.js';
import { suggestion } from '../base/nearest.js';
import { ProblemError } from '../base/problem.js';
import { measureOf, measures } from '../results/measures/index.js';
import { oneOf, partOf } from '../results/partName.js';
import type { RunResult } from '../results/runResult.js';
import { measuredClasses } from '../scenario/measuredClasses.js';
import type { Scenario } from '../scenario/schema.js';

/** What a setting is chosen by, among those that keep what must hold. */
export interface Goal {
  /** A measure, or one of a service: `services.web.cost_usd`. */
  readonly name: string;
  /** See `Measure`. */
  readonly unit: string;
  readonly better: 'lower' | 'higher';
}

/**
 * The measure that `--goal` names; the least cost, or the fewest instances where they have no price, when left out.
 *
 * @throws ProblemError with exit code 2 for what is no measure, or one of which neither direction is better
 */
export function readGoal(name: string | undefined, scenario: Scenario): Goal {
  const { services, ai = {} } = scenario;
  const classes = Object.fromEntries(measuredClasses(scenario).map((one) => [one, one]));
  const { consumers = {}, providers = {} } = ai;
  const hasPrice =
    Object.keys(providers).length > 0 || Object.values(services).some(({ instance }) => instance.price > 0);
  const wanted = name ?? (hasPrice ? 'cost_usd' : 'instances_mean');
  const measure = measureOf(wanted);
  const part = partOf(wanted);
  const named = { services, consumers, providers, classes }[part?.kind ?? 'services'];
  if (measure === undefined || (part !== undefined && !Object.hasOwn(named, part.name))) {
    const isPart = measure !== undefined && part !== undefined;
    const known = isPart
      ? Object.keys(named)
      : measures.filter(({ better }) => better !== 'none').map((one) => one.name);
    const what = isPart ? `"${wanted}" names no ${oneOf[part.kind]} of this scenario` : `"${wanted}" is not a measure`;
    throw wrong(what, 'Settings are chosen by a measure.', suggestion(isPart ? part.name : wanted, known));
  }
  const { unit, better } = measure;
  if (better !== 'none') return { name: wanted, unit, better };
  const what = `"${wanted}" is better in neither direction`;
  throw wrong(what, 'It says how things are, not how good they are.', 'choose for example cost_usd.');
}

function wrong(what: string, why: string, fix: string): ProblemError {
  return new ProblemError([{ code: 'bad-goal', where: { path: '--goal' }, what, why, fix }], exitCode.wrongUsage);
}

/** Its value in a run; undefined where there is none, or an infinite one. */
export function goalValue({ name }: Goal, { measures: values }: RunResult): number | undefined {
  // With one service a run states its measures once, without the service's name.
  const key = Object.hasOwn(values, name) ? name : name.replace(/^services\.[^.]+\./, '');
  return values[key] ?? undefined;
}
