import { buildDistribution } from '../../random/distributions/index.js';
import { openStream } from '../../random/keyedStream.js';
import type { Scenario } from '../../scenario/schema.js';

type Think = Extract<Scenario['traffic'][string], { think: unknown }>['think'];

/** Draws that stand for a distribution in a script. */
const DRAW_COUNT = 100;

/**
 * JavaScript that gives one think time, seconds; `random` stands for Math's.
 *
 * A constant and an exponential are themselves; any other law is the list of a hundred of its draws, one taken at random.
 */
export function thinkCode(think: Think, owner: string): string {
  const distribution = buildDistribution(think);
  const { meanSeconds, variance } = distribution;
  if (variance === 0) return `() => ${short(meanSeconds)}`;
  if (think.variant === 'exponential') return `() => -${short(meanSeconds)} * Math.log(1 - random())`;
  const stream = openStream({ seed: 1, replication: 0, owner, purpose: 'think' });
  const draws = Array.from({ length: DRAW_COUNT }, () => distribution.sample(stream)).sort((a, b) => a - b);
  return `() => oneOf([${draws.map(short).join(', ')}])`;
}

function short(seconds: number): string {
  return String(Number(seconds.toPrecision(4)));
}
