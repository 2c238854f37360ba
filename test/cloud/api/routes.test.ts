import { describe, expect, it } from 'vitest';
import { stanzaFor } from '../../../src/cloud/api/guessRoute.js';
import { deskOf, FakeBackend, read } from './fakeBackend.js';

const servers = 'https://api.mycloud.example/v1/servers';
const own = {
  routes: [
    { match: `POST ${servers}`, does: 'add', count: '$.count', reply: { status: 202, json: { id: '{operation}' } } },
    { match: `DELETE ${servers}/{id}`, does: 'remove' },
    { match: `GET ${servers}`, does: 'list' },
    { match: `GET ${servers}/{id}`, does: 'get' },
    { match: `PUT ${servers}?n={n}`, does: 'set', count: '{n}' },
    { match: 'GET /v1/operations/{id}', does: 'operation' },
    { match: 'GET /cpu', does: 'metric', metric: 'cpu_utilization' },
    {
      match: 'POST https://hooks.example/{team}',
      does: 'nothing',
      reply: { text: 'ok {team}', headers: { 'X-Team': '{team}' } },
    },
  ],
};

describe('a route of the user', () => {
  it('adds as many as the body says, and its operation is done once they are ready', () => {
    const backend = new FakeBackend();
    const { send } = deskOf(own, backend);
    expect(read(send('POST', servers, { count: 2 }))).toEqual([202, { id: 'op-1' }]);
    expect(backend.changes).toMatchObject([{ desired: 4, reason: `POST ${servers}` }]);
    expect(read(send('GET', 'http://h/v1/operations/op-1'))).toEqual([200, { id: 'op-1', status: 'running' }]);
    backend.becomeReady();
    expect(read(send('GET', 'http://h/v1/operations/op-1'))).toEqual([200, { id: 'op-1', status: 'done' }]);
    expect(read(send('GET', 'http://h/v1/operations/op-2'))).toEqual([404, { error: 'there is no operation "op-2"' }]);
  });

  it('removes the very instance that the address names', () => {
    const { send } = deskOf(own, new FakeBackend({ initial: 3 }));
    expect(read(send('DELETE', `${servers}/web-1`))).toEqual([202, { operation: 'op-1', desired: 2 }]);
    expect(read(send('DELETE', `${servers}/web-1`))).toEqual([404, { error: 'there is no instance "web-1"' }]);
    expect(read(send('GET', servers))).toMatchObject([
      200,
      { count: 2, instances: [{ id: 'web-0' }, { id: 'web-2' }] },
    ]);
  });

  it('shows instances with id, state and times', () => {
    const backend = new FakeBackend({ initial: 1 });
    const { send } = deskOf(own, backend);
    backend.seconds = 60;
    send('POST', servers, { count: 1 });
    expect(read(send('GET', servers))).toEqual([
      200,
      {
        instances: [
          { id: 'web-0', state: 'ready', createdAt: '2026-01-05T00:00:00Z', readyAt: '2026-01-05T00:00:00Z', zone: 1 },
          { id: 'web-1', state: 'starting', createdAt: '2026-01-05T00:01:00Z', readyAt: null, zone: 1 },
        ],
        count: 2,
      },
    ]);
    expect(read(send('GET', `${servers}/web-1`))).toMatchObject([
      200,
      { id: 'web-1', state: 'starting', readyAt: null },
    ]);
  });

  it('sets a count from the query, cut to the bounds', () => {
    const { send } = deskOf(own);
    expect(read(send('PUT', `${servers}?n=5`))).toMatchObject([202, { desired: 5 }]);
    expect(read(send('PUT', `${servers}?n=50`))).toMatchObject([202, { desired: 10 }]);
  });

  it('answers in the shape that the scenario writes', () => {
    const reply = {
      json: { servers: '{instances}', meta: { total: '{count}', text: '{ready} of {desired} in {service} at {time}' } },
      instance: { server_id: '{id}', status: '{state}' },
      states: { ready: 'ACTIVE' },
    };
    const { send } = deskOf({ routes: [{ match: 'GET /all', does: 'list', reply }] });
    expect(read(send('GET', 'http://h/all'))).toEqual([
      200,
      {
        servers: [
          { server_id: 'web-0', status: 'ACTIVE' },
          { server_id: 'web-1', status: 'ACTIVE' },
        ],
        meta: { total: 2, text: '2 of 2 in web at 2026-01-05T00:00:00Z' },
      },
    ]);
    expect(deskOf(own).send('POST', 'https://hooks.example/sre')).toEqual({
      code: 200,
      headers: { 'content-type': 'text/plain', 'x-team': 'sre' },
      body: 'ok sre',
    });
  });

  it('answers a metric as telemetry has it: null without data, 503 while nobody answers', () => {
    const cpu = (metrics: ConstructorParameters<typeof FakeBackend>[0]) =>
      read(deskOf(own, new FakeBackend(metrics)).send('GET', 'http://h/cpu'));
    expect(cpu({ metrics: { cpu_utilization: 0.5 } })).toEqual([200, { metric: 'cpu_utilization', value: 0.5 }]);
    expect(cpu({})).toEqual([200, { metric: 'cpu_utilization', value: null }]);
    expect(cpu({ metrics: 'failed' })).toEqual([503, { error: 'the metrics server does not answer' }]);
  });

  it.each([
    [{ failure: 'throttled' }, 429, 'the rate limit is exceeded'],
    [{ failure: 'failed' }, 503, 'the API is not available'],
    [{ quota: 2 }, 403, 'the quota is exceeded'],
    [{ max: 2 }, 409, 'web may have 1 to 2 instances and has 2'],
  ] as const)('fails as the cloud does: %o', (cloud, code, error) => {
    const { send } = deskOf(own, new FakeBackend(cloud));
    expect(read(send('POST', servers, { count: 1 }))).toEqual([code, { error, desired: 2 }]);
    if ('failure' in cloud) expect(read(send('GET', servers))).toEqual([code, { error }]);
  });

  it.each([
    [{}, 'count: $.count is not in the request; a count >= 0 was expected'],
    [{ count: 'two' }, 'count: $.count is "two"; a count >= 0 was expected'],
    [{ count: -1 }, 'count: $.count is -1; a count >= 0 was expected'],
  ])('says what a request lacks: %o', (body, error) => {
    const backend = new FakeBackend();
    const reply = deskOf(own, backend).send('POST', servers, body);
    expect(read(reply)).toEqual([400, { error }]);
    expect(reply?.finding).toBe(`"POST ${servers}" answered 400: ${error}`);
    expect(backend.changes).toEqual([]);
  });

  it('reads a form as it reads a query, and finds the service in the address', () => {
    const routes = [{ match: 'POST /groups/{group}/size', does: 'set', count: '{size}', service: '{group}' }];
    const { send } = deskOf({ routes }, new FakeBackend({ services: ['web', 'api'] }));
    expect(read(send('POST', 'http://h/groups/api/size', 'size=4&force=1'))).toMatchObject([202, { desired: 4 }]);
    expect(read(send('POST', 'http://h/groups/db/size', 'size=4'))[0]).toBe(404);
  });

  it('takes the first route that fits', () => {
    const routes = [
      { match: 'GET /a', does: 'nothing', reply: { text: 'first' } },
      { match: 'GET /{any}', does: 'nothing', reply: { text: 'second' } },
    ];
    const { send } = deskOf({ routes });
    expect([send('GET', 'http://h/a')?.body, send('GET', 'http://h/b')?.body]).toEqual(['first', 'second']);
    expect(send('GET', 'http://h/a/b')).toBeUndefined();
  });
});

describe('the line to paste for an unknown address', () => {
  it.each([
    ['POST https://api.x.example/v1/servers', '{"count": 2}', 'does: add, count: $.count'],
    ['POST https://api.x.example/v1/servers', '', 'does: add'],
    [
      'DELETE https://api.x.example/v1/servers/i-0abc12',
      '',
      'match: "DELETE https://api.x.example/v1/servers/{id}", does: remove',
    ],
    ['GET https://api.x.example/v1/servers', '', 'does: list'],
    ['GET https://api.x.example/v1/servers/42', '', 'servers/{id}", does: get'],
    ['GET https://api.x.example/v1/operations/op-7', '', 'operations/{id}", does: operation'],
    ['GET http://mon.x.example/cpu/usage', '', 'does: metric, metric: cpu_utilization'],
    ['PUT https://api.x.example/pools/web/size', '{"replicas": 4}', 'does: set, count: $.replicas'],
    ['POST https://api.x.example/v2/resize?size=4', '', 'does: set, count: "{size}"'],
    ['POST https://api.x.example/scale-in', '', 'does: remove'],
    ['POST https://hooks.slack.com/services/T0/B0/x', '', 'does: nothing'],
    ['POST https://api.hetzner.cloud/v1/networks', '', 'cloud: { api: { preset: hetzner } }'],
    ['GET https://autoscaling.eu-west-1.amazonaws.com/?Action=X', '', 'preset: aws-asg'],
  ])('%s %s', (line, body, stanza) => {
    const [method, url] = line.split(' ');
    expect(stanzaFor({ method, url, body })).toContain(stanza);
  });
});
