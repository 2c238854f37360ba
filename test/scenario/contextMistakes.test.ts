import { describe, expect, it } from 'vitest';
import type { ScenarioInput } from '../../src/scenario/schema.js';
import { problemsOf } from '../support/problemsOf.js';

const scenarioWith = (context: unknown): ScenarioInput =>
  ({
    name: 'web',
    duration: '10m',
    traffic: { users: { executor: 'constant-arrival-rate', rate: 1 } },
    requests: { page: { route: 'web', cpu: '10ms' } },
    services: { web: { instance: { vcpus: 1, startup: '30s' }, scaling: { min: 1, max: 2 } } },
    context,
  }) as unknown as ScenarioInput; // safe: problemsOf tells what is wrong with it

const deep = (depth: number): object => (depth === 0 ? {} : { a: deep(depth - 1) });

describe('a context that cannot be', () => {
  it('is none of these', () => {
    const timeline = [{ at: '1m', set: { 'model.version': '2026-11', tier: 'gold' } }];
    expect(
      problemsOf(scenarioWith({ inline: { model: { version: '2026-10' }, tags: ['a', 1, true] }, timeline })),
    ).toEqual([]);
  });

  it.each([
    ['null', { inline: { region: null } }, 'context.inline.region', /is null/],
    ['a version that is a number', { inline: { model: { version: 2026.1 } } }, 'context.inline.model.version', /text/],
    [
      'a change after the end',
      { timeline: [{ at: '10m', set: { a: 1 } }] },
      'context.timeline.0.at',
      /run ends at 10m/,
    ],
    ['a change of nothing', { timeline: [{ at: '1m', set: {} }] }, 'context.timeline.0.set', /sets nothing/],
    ['a path with a hole', { timeline: [{ at: '1m', set: { 'a..b': 1 } }] }, 'context.timeline.0.set', /empty part/],
    [
      'a path below a text',
      { inline: { environment: 'dev' }, timeline: [{ at: '1m', set: { 'environment.region': 'eu' } }] },
      'context.timeline.0.set',
      /goes on below environment, which is no map/,
    ],
    [
      'a model that becomes a text',
      { timeline: [{ at: '1m', set: { model: 'new' } }] },
      'context.timeline.0.set',
      /makes model what it cannot be/,
    ],
    ['what is too deep', { inline: deep(18) }, 'context.inline', /nested more than 16 deep/],
    ['what is too large', { inline: { text: 'x'.repeat(1_100_000) } }, 'context.inline', /characters/],
    ['a server of contexts', { mcp: [] }, 'context', /mcp/],
  ])('%s', (_what, context, path, words) => {
    const [problem, ...more] = problemsOf(scenarioWith(context));
    expect(more).toEqual([]);
    expect(problem.where.path).toContain(path);
    expect(`${problem.what} ${problem.why} ${problem.fix}`).toMatch(words);
  });
});
