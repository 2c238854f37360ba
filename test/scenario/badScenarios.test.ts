import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exitCode } from '../../src/base/exitCode.js';
import { type Problem, ProblemError } from '../../src/base/problem.js';
import { loadScenario } from '../../src/scenario/load.js';

/** A valid scenario; each case below breaks it in one place. */
const valid = `name: shop
duration: 10m
warmup: 1m
traffic:
  users:
    executor: constant-arrival-rate
    rate: 10
requests:
  page:
    route: web
    cpu: 20ms
services:
  web:
    instance:
      vcpus: 2
      startup: 30s
    scaling: { min: 1, max: 4 }
gateway: { balancer: random }
slo: { latency: 300ms, objective: 0.99 }
`;

interface BadCase {
  readonly name: string;
  /** What to replace by what; or the whole text. */
  readonly change: readonly [string, string] | string;
  readonly code: string;
  /** line:column in the broken file, where the file has one. */
  readonly at?: string;
  /** What the message must name. */
  readonly names: readonly (string | RegExp)[];
}

const apiRoutes = (routes: string): BadCase['change'] => [
  'gateway: { balancer: random }',
  `gateway: { balancer: random }\ncloud: { api: { routes: [${routes}] } }`,
];

const withNodes = (instance: string, pool: string, scaling = 'min: 1, max: 4'): BadCase['change'] =>
  valid
    .replace('vcpus: 2', `vcpus: 2\n      ${instance}`)
    .replace('min: 1, max: 4', scaling)
    .concat(`nodes: { m5: { vcpus: 4, memory: 16GiB, max: 3, ${pool} } }\n`);

/** What cannot be placed, and pools that cannot be. */
const nodeCases: readonly BadCase[] = [
  {
    name: 'a pool that is not there',
    change: withNodes('node: m6\n      cpuRequest: 1', ''),
    code: 'unknown-node-pool',
    at: '16:13',
    names: ['m6', 'Did you mean "m5"'],
  },
  {
    name: 'an instance on a node that requests nothing',
    change: withNodes('node: m5', ''),
    code: 'node-without-request',
    names: ['cpuRequest'],
  },
  {
    name: 'a request that no node can hold',
    change: withNodes('node: m5\n      cpuRequest: 4.5', ''),
    code: 'request-exceeds-node',
    at: '17:19',
    names: ['4.5', '4 vCPUs'],
  },
  {
    name: 'more memory than a node has',
    change: withNodes('node: m5\n      cpuRequest: 1\n      memoryRequest: 17GiB', ''),
    code: 'request-exceeds-node',
    names: ['17GiB', '16GiB'],
  },
  {
    name: 'a pool whose min is above max',
    change: withNodes('node: m5\n      cpuRequest: 1', 'min: 5'),
    code: 'min-exceeds-max',
    names: ['5', '3'],
  },
  {
    name: 'more spare nodes than nodes',
    change: withNodes('node: m5\n      cpuRequest: 1', 'headroom: 4'),
    code: 'headroom-exceeds-max',
    names: ['4', '3'],
  },
  {
    name: 'a price of the node and of the instance',
    change: withNodes('node: m5\n      cpuRequest: 1\n      price: 0.1', 'price: 0.2'),
    code: 'priced-twice',
    names: ['0.1', '0.2'],
  },
  {
    name: 'a function on a node',
    change: withNodes(
      'node: m5\n      cpuRequest: 1\n      concurrency: 1',
      '',
      'max: 4, perRequest: { idleTimeout: 1m }',
    ),
    code: 'node-per-request',
    names: ['perRequest'],
  },
  {
    name: 'a beginning that does not fit the nodes',
    change: withNodes('node: m5\n      cpuRequest: 2', '', 'min: 7, max: 7'),
    code: 'initial-exceeds-nodes',
    names: ['3', '2 of web', '7 of web'],
  },
];

const cases: readonly BadCase[] = [
  {
    name: 'misspelt key',
    change: ['duration: 10m', 'durration: 10m'],
    code: 'unknown-key',
    at: '2:1',
    names: ['durration', 'did you mean duration'],
  },
  {
    name: 'a list where a map of one known key is expected',
    change: ['cpu: 20ms', 'cpu: { mixture: [[{ weight: 1, constant: 1ms }]] }'],
    code: 'wrong-type',
    at: '11:22',
    names: ['write a map; known keys: weight'],
  },
  { name: 'missing key', change: ['duration: 10m\n', ''], code: 'missing-key', names: ['duration'] },
  {
    name: 'unknown key three levels down',
    change: ['vcpus: 2', 'vcpu: 2'],
    code: 'unknown-key',
    at: '15:7',
    names: ['services.web.instance.vcpu', 'vcpus'],
  },
  {
    name: 'negative duration',
    change: ['duration: 10m', 'duration: -5m'],
    code: 'bad-duration',
    at: '2:11',
    names: ['-5m', '> 0'],
  },
  {
    name: 'duration without unit',
    change: ['duration: 10m', 'duration: 600'],
    code: 'bad-duration',
    at: '2:11',
    names: ['600', 'unit'],
  },
  {
    name: 'zero duration',
    change: ['duration: 10m', 'duration: 0s'],
    code: 'bad-duration',
    at: '2:11',
    names: ['duration', '> 0'],
  },
  { name: 'not a number', change: ['rate: 10', 'rate: .nan'], code: 'wrong-type', at: '7:11', names: ['NaN'] },
  {
    name: 'text for a number',
    change: ['vcpus: 2', 'vcpus: "2"'],
    code: 'wrong-type',
    at: '15:14',
    names: ['"2" (string)', 'number'],
  },
  { name: 'zero vcpus', change: ['vcpus: 2', 'vcpus: 0'], code: 'out-of-range', at: '15:14', names: ['0', '> 0'] },
  {
    name: 'probability above 1',
    change: ['cpu: 20ms', 'cpu: 20ms\n    errorRate: 1.2'],
    code: 'out-of-range',
    at: '12:16',
    names: ['1.2', '0..1'],
  },
  {
    name: 'min above max',
    change: ['min: 1, max: 4', 'min: 12, max: 8'],
    code: 'min-exceeds-max',
    at: '17:21',
    names: ['12', '8'],
  },
  {
    name: 'initial outside',
    change: ['min: 1, max: 4', 'min: 1, max: 4, initial: 9'],
    code: 'initial-outside-bounds',
    names: ['9', '1', '4'],
  },
  {
    name: 'negative sigma',
    change: ['cpu: 20ms', 'cpu: { lognormal: { mu: 0, sigma: -1 } }'],
    code: 'bad-value',
    names: ['sigma', '>= 0'],
  },
  {
    name: 'unknown distribution',
    change: ['cpu: 20ms', 'cpu: { lognorml: { mean: 1s, cv: 1 } }'],
    code: 'unknown-variant',
    at: '11:22',
    names: ['lognorml', 'lognormal'],
  },
  {
    name: 'unknown balancer',
    change: ['balancer: random', 'balancer: ranom'],
    code: 'unknown-variant',
    at: '18:22',
    names: ['ranom', 'random'],
  },
  ...nodeCases,
  {
    name: 'reserved key',
    change: ['gateway: { balancer: random }', 'gateway: { balancer: random }\nmodel: {}'],
    code: 'not-supported-yet',
    names: ['model', 'not supported yet'],
  },
  {
    name: 'weights that round-robin would ignore',
    change: [
      '    scaling: { min: 1, max: 4 }\ngateway: { balancer: random }',
      '      weight: { zone: { 1: 2 } }\n    scaling: { min: 1, max: 4 }',
    ],
    code: 'weight-not-acted-on',
    at: '17:15',
    names: ['services.web.instance.weight', 'round-robin', 'choose `weighted-round-robin`'],
  },
  {
    name: 'weights that a peak EWMA would ignore',
    change: [
      '    scaling: { min: 1, max: 4 }\ngateway: { balancer: random }',
      '      weight: 3\n    scaling: { min: 1, max: 4 }\ngateway: { balancer: peak-ewma }',
    ],
    code: 'weight-not-acted-on',
    at: '17:15',
    names: ['peak-ewma', '`weighted-least-requests`'],
  },
  {
    name: 'weights of a service that scales per request',
    change: [
      '    scaling: { min: 1, max: 4 }\ngateway: { balancer: random }',
      '      concurrency: 1\n      weight: 3\n    scaling: { max: 4, perRequest: { idleTimeout: 1m } }\ngateway: { balancer: random }',
    ],
    code: 'weight-per-request',
    names: ['perRequest'],
  },
  {
    name: 'a weight of a zone that is not there',
    change: [
      '    scaling: { min: 1, max: 4 }\ngateway: { balancer: random }',
      '      weight: { zone: { 2: 3 } }\n    scaling: { min: 1, max: 4 }\ngateway: { balancer: random }',
    ],
    code: 'unknown-zone',
    names: ['zone 2', 'there is 1 zone'],
  },
  {
    name: 'a weight of a zone without a number',
    change: [
      '    scaling: { min: 1, max: 4 }\ngateway: { balancer: random }',
      '      weight: { zone: { a: 3 } }\n    scaling: { min: 1, max: 4 }\ngateway: { balancer: random }',
    ],
    code: 'bad-value',
    names: ['weights by zone', '{ zone: { 1: 2, 2: 1 } }'],
  },
  {
    name: 'a slow start that round-robin would ignore',
    change: ['gateway: { balancer: random }', 'gateway: { slowStart: {} }'],
    code: 'slow-start-not-acted-on',
    at: '18:23',
    names: ['gateway.slowStart', 'choose `weighted-round-robin`'],
  },
  {
    name: 'a slow start on a ring of hashes',
    change: ['gateway: { balancer: random }', 'gateway: { balancer: consistent-hash, slowStart: {} }'],
    code: 'slow-start-not-acted-on',
    names: ['consistent-hash', 'cannot let a weight grow'],
  },
  {
    name: 'a hash without clients',
    change: ['gateway: { balancer: random }', 'gateway: { balancer: consistent-hash }'],
    code: 'hash-without-clients',
    at: '6:5',
    names: ['traffic.users', '`clients`', 'clients: 1000'],
  },
  {
    name: 'a limit by client without clients',
    change: ['gateway: { balancer: random }', 'gateway: { rateLimit: [{ requests: 5, by: client }] }'],
    code: 'limit-without-clients',
    at: '6:5',
    names: ['traffic.users', '`clients`', 'by: client'],
  },
  {
    name: 'a skew without clients',
    change: ['rate: 10', 'rate: 10\n    skew: 1'],
    code: 'skew-without-clients',
    at: '8:11',
    names: ['skew', 'add it'],
  },
  {
    name: 'more clients than numbers',
    change: ['rate: 10', 'rate: 10\n    clients: 100000001'],
    code: 'out-of-range',
    names: ['100000001', '1..100000000'],
  },
  {
    name: 'more points than a ring holds',
    change: [
      'rate: 10\nrequests:\n  page:\n    route: web\n    cpu: 20ms\nservices:\n  web:\n    instance:\n      vcpus: 2\n      startup: 30s\n    scaling: { min: 1, max: 4 }\ngateway: { balancer: random }',
      'rate: 10\n    clients: 9\nrequests:\n  page:\n    route: web\n    cpu: 20ms\nservices:\n  web:\n    instance:\n      vcpus: 2\n      weight: 1000\n    scaling: { min: 1, max: 400 }\ngateway: { balancer: consistent-hash }',
    ],
    code: 'ring-too-large',
    names: ['64000000 points', '8388608'],
  },
  {
    name: 'controllers that are no whole number of gateways',
    change: ['scaling: { min: 1, max: 4 }', 'scaling: { min: 1, max: 4, controllers: { count: 12, workers: 5 } }'],
    code: 'controllers-uneven',
    names: ['controllers.workers', 'is 5, but count is 12', '15 for example'],
  },
  {
    name: 'no controller at all',
    change: ['scaling: { min: 1, max: 4 }', 'scaling: { min: 1, max: 4, controllers: 0 }'],
    code: 'out-of-range',
    names: ['controllers', '1'],
  },
  {
    name: 'a misspelt key of controllers',
    change: ['scaling: { min: 1, max: 4 }', 'scaling: { min: 1, max: 4, controllers: { count: 2, share: true } }'],
    code: 'unknown-key',
    names: ['share', 'did you mean shared'],
  },
  {
    name: 'a dictionary shared by an unknown group',
    change: ['scaling: { min: 1, max: 4 }', 'scaling: { min: 1, max: 4, controllers: { count: 2, shared: region } }'],
    code: 'unknown-value',
    names: ['shared', 'one of false, true, gateway'],
  },
  {
    name: 'a route without a method',
    change: apiRoutes('{ match: "https://x.example/up", does: add }'),
    code: 'bad-value',
    names: ['match', 'a method and an address'],
  },
  {
    name: 'a route that does what none does',
    change: apiRoutes('{ match: "POST /up", does: scale }'),
    code: 'unknown-value',
    names: ['does', 'set'],
  },
  {
    name: 'a route that sets no count',
    change: apiRoutes('{ match: "POST /up", does: set }'),
    code: 'route-without-count',
    names: ['routes.0.does', 'needs `count`'],
  },
  {
    name: 'a count that is neither number nor place',
    change: apiRoutes('{ match: "POST /up", does: set, count: count }'),
    code: 'bad-value',
    names: ['count', '$.count'],
  },
  {
    name: 'a route of an unknown service',
    change: apiRoutes('{ match: "POST /up", does: add, service: wbe }'),
    code: 'unknown-service',
    names: ['wbe', 'web'],
  },
  {
    name: 'a route that shows one instance and does not say which',
    change: apiRoutes('{ match: "GET /up", does: get }'),
    code: 'route-without-id',
    names: ['{id}'],
  },
  {
    name: 'a setting that its route does not read',
    change: apiRoutes('{ match: "GET /up", does: list, count: 3 }'),
    code: 'route-setting-unused',
    names: ['count', 'does: list'],
  },
  {
    name: 'a name in a reply that nothing fills',
    change: apiRoutes('{ match: "POST /up", does: add, reply: { json: { id: "{opration}" } } }'),
    code: 'unknown-name',
    names: ['{opration}', 'operation'],
  },
  {
    name: 'a reply with two bodies',
    change: apiRoutes('{ match: "POST /up", does: add, reply: { json: {}, text: ok } }'),
    code: 'two-bodies',
    names: ['text'],
  },
  {
    name: 'an unknown preset',
    change: ['gateway: { balancer: random }', 'gateway: { balancer: random }\ncloud: { api: { preset: hetzer } }'],
    code: 'unknown-value',
    names: ['hetzer', 'hetzner'],
  },
  {
    name: 'a variable of policyEnv that is a list',
    change: ['gateway: { balancer: random }', 'gateway: { balancer: random }\npolicyEnv: { TOKEN: [1] }'],
    code: 'bad-value',
    names: ['one text'],
  },
  {
    name: 'reserved key model',
    change: ['gateway: { balancer: random }', 'gateway: { balancer: random }\nmodel: { name: llama }'],
    code: 'not-supported-yet',
    names: ['model', 'not supported yet'],
  },
  {
    name: 'unknown executor',
    change: ['constant-arrival-rate', 'constant-arival-rate'],
    code: 'bad-value',
    at: '6:15',
    names: ['constant-arival-rate', 'constant-arrival-rate'],
  },
  {
    name: 'a policy for a service that is typed wrongly',
    change: ['gateway: { balancer: random }', 'gateway: { balancer: random }\npolicies: [none, wbe=none]'],
    code: 'policy-spec',
    names: ['wbe', 'web=none'],
  },
  {
    name: 'removed executor',
    change: ['constant-arrival-rate', 'externally-controlled'],
    code: 'bad-value',
    names: ['externally-controlled', '2.0'],
  },
  {
    name: 'route to nowhere',
    change: ['route: web', 'route: wep'],
    code: 'unknown-service',
    at: '10:12',
    names: ['wep', 'web'],
  },
  {
    name: 'unknown class',
    change: ['    rate: 10', '    rate: 10\n    request: pages'],
    code: 'unknown-class',
    names: ['pages', 'page'],
  },
  {
    name: 'warmup too long',
    change: ['warmup: 1m', 'warmup: 10m'],
    code: 'warmup-too-long',
    at: '3:9',
    names: ['10m'],
  },
  {
    name: 'two queues',
    change: ['gateway: { balancer: random }', 'gateway: { queue: {} }\n'],
    code: 'two-queues',
    names: ['gateway.queue'],
  },
  {
    name: 'duplicate key',
    change: ['duration: 10m', 'duration: 10m\nduration: 5m'],
    code: 'duplicate-key',
    at: '3:1',
    names: ['twice'],
  },
  { name: 'tab', change: ['  users:', '\tusers:'], code: 'tab-indent', names: ['tab'] },
  { name: 'empty file', change: '', code: 'empty-file', names: ['empty'] },
  { name: 'only comments', change: '# nothing\n', code: 'empty-file', names: ['empty'] },
  { name: 'a list', change: '- 1\n- 2\n', code: 'not-a-mapping', names: ['a mapping is expected'] },
  {
    name: 'two documents',
    change: 'name: a\n---\nname: b\n',
    code: 'multiple-documents',
    names: ['multiple documents'],
  },
  {
    name: 'prototype key',
    change: ['name: shop', 'name: shop\n__proto__: { polluted: true }'],
    code: 'forbidden-key',
    at: '2:1',
    names: ['"__proto__"'],
  },
  { name: 'cycle', change: 'name: c\ntraffic: &t\n  next: *t\n', code: 'alias-cycle', names: ['traffic.next'] },
  { name: 'tag', change: ['name: shop', 'name: !!js/function "x"'], code: 'unknown-tag', names: ['tag'] },
  {
    name: 'name with a path',
    change: ['name: shop', 'name: "../../x"'],
    code: 'bad-value',
    at: '1:7',
    names: ['letters, digits'],
  },
  {
    name: 'seed beyond 2^53',
    change: ['name: shop', 'name: shop\nseed: 9007199254740993'],
    code: 'out-of-range',
    at: '2:7',
    names: ['2^53'],
  },
  {
    name: 'policy that is no policy',
    change: ['name: shop', 'name: shop\npolicies: [../../../../etc/passwd]'],
    code: 'not-a-policy',
    names: ['passwd', 'outside'],
  },
  { name: 'deep nesting', change: `name: ${'['.repeat(5000)}`, code: 'too-deep', names: ['nesting depth limit'] },
  {
    name: 'assumption about nothing',
    change: ['name: shop', 'name: shop\nassumptions: [{ path: services.web.instance.start, basis: guess }]'],
    code: 'unknown-path',
    names: ['services.web.instance.start'],
  },
  {
    name: 'endless loop',
    change: ['executor: constant-arrival-rate\n    rate: 10', 'executor: constant-vus\n    vus: 2'],
    code: 'endless-loop',
    names: ['closed loop'],
  },
  {
    name: 'infinite mean',
    change: ['cpu: 20ms', 'cpu: { pareto: { min: 1ms, alpha: 0.9 } }'],
    code: 'bad-value',
    names: [/mean/],
  },
];

describe('a bad scenario', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'dryscale-bad-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  async function problemsOf(text: string): Promise<{ problems: readonly Problem[]; code: number }> {
    const file = join(folder, 'scenario.yaml');
    writeFileSync(file, text);
    try {
      await loadScenario(file);
      return { problems: [], code: 0 };
    } catch (error) {
      if (error instanceof ProblemError) return { problems: error.problems, code: error.exitCode };
      throw error;
    }
  }

  it('is not the valid one', async () => {
    expect(await problemsOf(valid)).toEqual({ problems: [], code: 0 });
  });

  it.each(cases)('is refused with where, what, why and fix: $name', async ({ name, change, code, at, names }) => {
    let text = typeof change === 'string' ? change : valid.replace(change[0], change[1]);
    if (name === 'two queues') text = text.replace('vcpus: 2', 'queue: 4');
    if (name === 'endless loop') text = text.replace('cpu: 20ms', 'cpu: 0s');
    expect(text).not.toBe(valid);
    const { problems, code: exit } = await problemsOf(text);
    expect(exit).toBe(exitCode.invalidInput);
    const problem = problems.find((candidate) => candidate.code === code);
    expect(problem, JSON.stringify(problems)).toBeDefined();
    const { where, what, why, fix } = problem as Problem;
    expect(where.file).toContain('scenario.yaml');
    if (at !== undefined) expect(`${where.line}:${where.column}`).toBe(at);
    for (const part of [what, why, fix]) expect(part.length).toBeGreaterThan(3);
    const message = `${where.path ?? ''} ${what} ${why} ${fix}`;
    for (const wanted of names)
      expect(message).toMatch(
        typeof wanted === 'string' ? new RegExp(wanted.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')) : wanted,
      );
  });

  it('tells all its problems at once, in the order of the file', async () => {
    const text = valid
      .replace('vcpus: 2', 'vcpu: 2')
      .replace('duration: 10m', 'duration: 600')
      .replace('balancer: random', 'balancer: ranom');
    const { problems } = await problemsOf(text);
    expect(problems.map(({ where }) => where.line)).toEqual([2, 15, 18]);
  });

  it('never pollutes the prototype of objects', async () => {
    await problemsOf('name: p\n__proto__: { polluted: true }\n');
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
});
