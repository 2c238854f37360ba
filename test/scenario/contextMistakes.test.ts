import { describe, expect, it } from 'vitest';
import { parseScenario } from '../../src/scenario/load.js';
import { checkRules } from '../../src/scenario/rules.js';
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

const command = ['registry'];
const resources = { model: 'model://current' };
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
    ['a server that is neither', { mcp: [{ resources }] }, 'context.mcp.0', /neither `command` nor `url`/],
    ['a server that is both', { mcp: [{ command, url: 'http://a/mcp', resources }] }, 'context.mcp.0', /both/],
    ['a command of no words', { mcp: [{ command: [], resources }] }, 'context.mcp.0.command', /1/],
    ['a command with a NUL', { mcp: [{ command: ['a\0'], resources }] }, 'context.mcp.0.command', /NUL/],
    ['an address of files', { mcp: [{ url: 'file:///etc', resources }] }, 'context.mcp.0.url', /no http or https/],
    ['no address', { mcp: [{ url: 'registry', resources }] }, 'context.mcp.0.url', /no http or https/],
    ['a secret', { mcp: [{ url: 'http://a:b@c/mcp', resources }] }, 'context.mcp.0.url', /a user or a password/],
    ['no resource', { mcp: [{ command, resources: {} }] }, 'context.mcp.0.resources', /names no resource/],
    ['a place with a hole', { mcp: [{ command, resources: { 'a..b': 'x://' } }] }, 'resources.a..b', /no key/],
    ['time that runs back', { mcp: [{ command, resources, latency: '-1s' }] }, 'context.mcp.0.latency', />= 0/],
    ['reads without end', { mcp: [{ command, resources, refresh: '0s' }] }, 'context.mcp.0.refresh', /> 0/],
    ['what nobody does', { mcp: [{ command, resources, onError: 'retry' }] }, 'context.mcp.0.onError', /hold/],
    [
      'an outage after the end',
      { mcp: [{ command, resources, outages: [{ at: '10m', for: '1m' }] }] },
      'context.mcp.0.outages.0.at',
      /ends at 10m/,
    ],
    [
      'two outages at once',
      {
        mcp: [
          {
            command,
            resources,
            outages: [
              { at: '2m', for: '2m' },
              { at: '3m', for: '2m' },
            ],
          },
        ],
      },
      'context.mcp.0.outages.1',
      /overlaps the one at 2m/,
    ],
    [
      'two servers of one place',
      {
        mcp: [
          { command, resources },
          { command, resources },
        ],
      },
      'context.mcp.1.resources.model',
      /overlaps model of context.mcp.0/,
    ],
    [
      'a part of what another holds',
      { mcp: [{ command, resources: { ...resources, 'model.version': 'v://' } }] },
      'context.mcp.0.resources.model.version',
      /overlaps model/,
    ],
    [
      'a resource below a text',
      { inline: { environment: 'dev' }, mcp: [{ command, resources: { 'environment.region': 'r://' } }] },
      'context.mcp.0.resources.environment.region',
      /goes on below environment/,
    ],
    [
      'a change of more than a server holds',
      {
        mcp: [{ command, resources: { 'model.version': 'v://' } }],
        timeline: [{ at: '1m', set: { model: { version: 'b' } } }],
      },
      'context.timeline.0.set',
      /sets all of model, of which a server holds model.version/,
    ],
    [
      'a change that is read after the end',
      {
        mcp: [{ command, resources, refresh: '4m', latency: '2m' }],
        timeline: [{ at: '5m', set: { 'model.version': 'b' } }],
      },
      'context.timeline.0.at',
      /policies see model.version at 10m, and the run ends at 10m/,
    ],
  ])('%s', (_what, context, path, words) => {
    const [problem, ...more] = problemsOf(scenarioWith(context));
    expect(more).toEqual([]);
    expect(problem.where.path).toContain(path);
    expect(`${problem.what} ${problem.why} ${problem.fix}`).toMatch(words);
  });
});

it.each([
  ['an outage between two reads', { outages: [{ at: '61s', for: '10s' }] }, 'meets no read: there is one each 1m'],
  ['what to do without an outage', { onError: 'drop' }, 'is drop, and the server has no `outages`'],
])('of a server is told to have no effect: %s', (_what, part, words) => {
  const context = { mcp: [{ command: ['node', 'a.mjs'], resources: { model: 'm://' }, refresh: '1m', ...part }] };
  const found = checkRules(parseScenario(scenarioWith(context)));
  expect(found.map(({ code, what, isWarning }) => [code, what, isWarning])).toEqual([['no-effect', words, true]]);
});

it('of a server whose address has a query may hold a key, which is told', () => {
  const found = checkRules(parseScenario(scenarioWith({ mcp: [{ url: 'http://a/mcp?token=x', resources }] })));
  expect(found.map(({ code, what, isWarning }) => [code, what, isWarning])).toEqual([
    ['context-server', 'has a query: see that it holds no key', true],
  ]);
});
