import { encodeScenario } from '../../scenario/encodeScenario.js';
import { routeShare } from '../../scenario/routeShare.js';
import { resolveDefaults, type Scenario, type ScenarioInput, scenarioSchema } from '../../scenario/schema.js';
import { findKeyPath, valueAt, withValueAt } from '../../scenario/worlds/keyPath.js';
import { quantityOf } from '../../scenario/worlds/quantity.js';
import { type Range, readRanges } from '../../scenario/worlds/ranges.js';

/** A number of a scenario that may be fitted, between two ends in its own unit. */
export type FreeNumber = Omit<Range, 'basis'>;

/** Without a range of its own a number is looked for between half and twice its value. */
const usualFactor = 2;
/** What costs money changes nothing that was recorded; traffic is given. */
const idlePaths = /^traffic\.|[Pp]rice/;

/** The assumptions with ranges, and in any case CPU a request and startup of the service. */
export function freeNumbers(scenario: Scenario, service: string): FreeNumber[] {
  const input = encodeScenario(scenario);
  const { ranges } = readRanges({ input, resolved: input, given: [] });
  const assumed = ranges.filter(({ path, low, high }) => low < high && !idlePaths.test(path));
  const classes = Object.keys(scenario.requests).filter((name) => routeShare(scenario, name, service) > 0);
  const usual = [...classes.map((name) => `requests.${name}.cpu`), `services.${service}.instance.startup`];
  return [...assumed, ...usual.flatMap((path) => usualRange(path, input, assumed))];
}

function usualRange(path: string, input: ScenarioInput, assumed: readonly FreeNumber[]): FreeNumber[] {
  const keys = findKeyPath(input, path);
  const quantity = keys && quantityOf(valueAt(input, keys));
  const isAssumed = assumed.some((one) => one.path === path || one.path.startsWith(`${path}.`));
  if (keys === undefined || quantity === undefined || quantity.amount === 0 || isAssumed) return [];
  const { amount } = quantity;
  return [{ path, keys, quantity, low: amount / usualFactor, high: amount * usualFactor, isWhole: false }];
}

/** The scenario with these numbers; undefined where they are no scenario together. */
export function withNumbers(
  scenario: Scenario,
  numbers: readonly FreeNumber[],
  amounts: readonly number[],
): Scenario | undefined {
  const changed = numbers.reduce<unknown>((world, { keys, quantity }, index) => {
    return amounts[index] === quantity.amount ? world : withValueAt(world, keys, quantity.written(amounts[index]));
  }, encodeScenario(scenario));
  const parsed = scenarioSchema.safeParse(changed);
  return parsed.success ? resolveDefaults(parsed.data) : undefined;
}
