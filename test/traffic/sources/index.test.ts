import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type SourceSettings, sourceSettings, sources, sourceWarnings } from '../../../src/traffic/sources/index.js';
import { leastSettings } from '../leastSettings.js';

function issueOf(input: unknown): z.core.$ZodIssue {
  const { error } = sourceSettings.safeParse(input);
  if (error === undefined) throw new TypeError('accepted');
  return error.issues[0];
}

describe('every executor', () => {
  it('is in the list of this test', () => {
    expect(Object.keys(leastSettings)).toEqual(sources.map(({ name }) => name));
  });

  it.each(Object.entries(leastSettings))('reads back what it writes: %s', (executor, settings) => {
    const parsed = sourceSettings.parse({ executor, startTime: '90s', ...settings });
    const written = z.encode(sourceSettings, parsed);
    expect(written).toMatchObject({ executor, startTime: '90s' });
    expect(sourceSettings.parse(written)).toEqual(parsed);
  });

  it.each(Object.entries(leastSettings))('takes the fields of k6 that have no effect: %s', (executor, settings) => {
    const k6 = { gracefulStop: '10s', exec: 'main', env: { A: 'b' }, tags: { kind: 'c' } };
    const parsed = sourceSettings.parse({ executor, ...settings, ...k6 });
    expect(sourceWarnings(parsed)).toEqual([expect.stringMatching(/^gracefulStop has no effect/)]);
    expect(sourceWarnings(sourceSettings.parse({ executor, ...settings }))).toEqual([]);
  });

  it.each(Object.entries(leastSettings))('names a key it does not know: %s', (executor, settings) => {
    expect(issueOf({ executor, ...settings, startvus: 3 })).toMatchObject({
      code: 'unrecognized_keys',
      keys: ['startvus'],
      path: [],
    });
  });

  it('is in the JSON Schema by its name', () => {
    const text = JSON.stringify(z.toJSONSchema(sourceSettings, { io: 'input', unrepresentable: 'any' }));
    for (const { name } of sources) expect(text).toContain(`"const":"${name}"`);
  });

  it('has arrivals when open, think when closed, never both', () => {
    for (const [executor, settings] of Object.entries(leastSettings)) {
      const keys = ['arrivals', 'think'].filter(
        (key) => sourceSettings.safeParse({ executor, ...settings, [key]: key === 'think' ? '1s' : 'even' }).success,
      );
      expect(keys, executor).toHaveLength(1);
    }
  });
});

describe('a source without a known executor', () => {
  it.each([
    [
      { executor: 'constant-arival-rate' },
      /^"constant-arival-rate" is not an executor\n.+\nDid you mean "constant-arrival-rate"\?/,
    ],
    [{ executor: 'externally-controlled' }, /k6 2\.0 removed it/],
    [{ executor: 7 }, /^7 is not an executor/],
    [{ rate: 5 }, /^has no `executor`\n.+\nadd one of: shared-iterations/],
    ['constant-vus', /^got "constant-vus", but a source is a map/],
    [null, /^got null, but a source is a map/],
    [[], /^got \[\], but a source is a map/],
  ])('is refused in three lines: %j', (input, message) => {
    const issue = issueOf(input);
    expect(issue.message).toMatch(message);
    expect(issue.message.split('\n')).toHaveLength(3);
  });
});

describe('warnings', () => {
  it('names gracefulRampDown, too', () => {
    const settings: SourceSettings = sourceSettings.parse({
      executor: 'ramping-vus',
      stages: [{ duration: '1m', target: 5 }],
      gracefulRampDown: '30s',
    });
    expect(sourceWarnings(settings)).toEqual([expect.stringMatching(/^gracefulRampDown/)]);
  });
});
