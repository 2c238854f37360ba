import { openStream } from '../../random/keyedStream.js';
import { triangularQuantile } from '../../random/triangular.js';
import { checkRules } from '../rules.js';
import { resolveDefaults, type Scenario, type ScenarioInput, scenarioSchema } from '../schema.js';
import { valueAt, withValueAt } from './keyPath.js';
import type { Range, Ranges } from './ranges.js';

/** A scenario as it may be: every number that is known within a range only is drawn from it. */
export interface DrawnWorld {
  /** From 0; the replication that all candidates run in it, too. */
  readonly number: number;
  readonly scenario: Scenario;
  /** [range] what was drawn: seconds, bytes, or the plain number. */
  readonly values: readonly number[];
}

/** The worlds of a scenario. */
export interface DrawnWorlds {
  readonly worlds: readonly DrawnWorld[];
  /** Worlds that are no valid scenario, by the rule they break. */
  readonly leftOut: readonly LeftOut[];
}

interface LeftOut {
  /** What the first of them breaks. */
  readonly what: string;
  readonly count: number;
}

/** What worlds are drawn from: a scenario as its file says it, and its ranges. */
export interface Uncertain {
  readonly input: ScenarioInput;
  readonly seed: number;
  readonly ranges: Ranges['ranges'];
}

/**
 * Draws worlds 0..count-1, each number by itself from the triangular law of its range, with its peak at the stated value.
 *
 * A draw depends on the seed, the number of the world and the path only. Of a distribution the whole law is scaled, by its
 * median where it is given by one, else its mean. Where a draw breaks a rule between keys the world is left out, and counted.
 */
export function drawWorlds({ input, seed, ranges }: Uncertain, count: number): DrawnWorlds {
  const worlds: DrawnWorld[] = [];
  const leftOut = new Map<string, LeftOut>();
  for (let number = 0; number < count; number++) {
    const drawn = drawWorld({ input, seed, ranges }, number);
    if (typeof drawn !== 'string') {
      worlds.push(drawn);
      continue;
    }
    const rule = drawn.replace(/\d[\d.]*/g, '#');
    const known = leftOut.get(rule) ?? { what: drawn, count: 0 };
    leftOut.set(rule, { ...known, count: known.count + 1 });
  }
  return { worlds, leftOut: [...leftOut.values()] };
}

/** One world; what is wrong with it where it is no valid scenario. */
export function drawWorld({ input, seed, ranges }: Uncertain, number: number): DrawnWorld | string {
  const values = ranges.map((range) => draw(range, seed, number));
  const drawn = ranges.reduce<unknown>(
    (world, { keys, quantity }, index) => withValueAt(world, keys, writtenBeside(world, keys, quantity, values[index])),
    input,
  );
  const scenario = readWorld(drawn);
  return typeof scenario === 'string' ? scenario : { number, scenario, values };
}

/** The value as it stands where the draw did not move it: what is not uncertain stays, to the last digit. */
function writtenBeside(world: unknown, keys: Range['keys'], quantity: Range['quantity'], amount: number): unknown {
  const stated = valueAt(world, keys);
  return amount === quantity.amount && stated !== undefined ? stated : quantity.written(amount);
}

function draw({ keys, quantity, low, high, isWhole }: Range, seed: number, world: number): number {
  const stream = openStream({ seed, replication: world, owner: keys.join('.'), purpose: 'assumption' });
  const drawn = triangularQuantile({ low, peak: quantity.amount, high }, stream.uniform());
  return isWhole ? Math.round(drawn) : drawn;
}

/** The scenario, or what is wrong with it. */
function readWorld(drawn: unknown): Scenario | string {
  const parsed = scenarioSchema.safeParse(drawn);
  if (!parsed.success) {
    const [{ path, message }] = parsed.error.issues;
    return wordsOf(path, message.split('\n')[0]);
  }
  const scenario = resolveDefaults(parsed.data);
  const wrong = checkRules(scenario).find(({ isWarning }) => isWarning !== true);
  return wrong === undefined ? scenario : wordsOf(wrong.path, wrong.what);
}

function wordsOf(path: readonly PropertyKey[], what: string): string {
  return `${path.map(String).join('.')} ${what}`;
}
