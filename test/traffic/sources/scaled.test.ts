import { describe, expect, it } from 'vitest';
import type { ClosedSource, OpenSource } from '../../../src/traffic/source.js';
import { buildSource, scaledSource, sources } from '../../../src/traffic/sources/index.js';
import { sourceSamples, traceFiles } from '../../support/variantSamples.js';
import { arrivalsOf, contextOf } from '../openContext.js';
import { parseSource } from '../parseSource.js';

const context = () => contextOf({ durationSeconds: 100, files: traceFiles });
const cases = sources.flatMap(({ name }) =>
  sourceSamples[name].map((sample) => ({ name, settings: { executor: name, ...Object(sample) } })),
);

/** Users at their most. */
function mostUsers(source: ClosedSource): number {
  let most = 0;
  for (let change = source.nextChange(); change !== undefined; change = source.nextChange()) {
    most = Math.max(most, change.count);
  }
  return most;
}

function plannedOf({ rate }: OpenSource): number | undefined {
  return rate?.integral(0, 100);
}

describe.each(cases)('$name $settings', ({ settings }) => {
  const parsed = parseSource(settings);

  it('stays as it is times 1', () => {
    expect(scaledSource(parsed, 1)).toEqual(parsed);
  });

  it('brings three times the load times 3', () => {
    const [once, thrice] = [parsed, scaledSource(parsed, 3)].map((one) => buildSource(one, context()));
    if (once.kind === 'closed' && thrice.kind === 'closed') return expect(mostUsers(thrice)).toBe(3 * mostUsers(once));
    if (once.kind === 'closed' || thrice.kind === 'closed') throw new TypeError('a source changed its kind');
    const planned = plannedOf(once);
    if (planned !== undefined) return expect(plannedOf(thrice)).toBeCloseTo(3 * planned, 6);
    expect(arrivalsOf({ ...settings, scale: 3 }, context())).toHaveLength(3 * arrivalsOf(settings, context()).length);
  });

  it('keeps at least one user however small the factor', () => {
    const source = buildSource(scaledSource(parsed, 0.01), context());
    if (source.kind === 'closed') expect(mostUsers(source)).toBe(1);
  });
});
