// @module-tag ci
import { execFileSync, spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codesOf, type McpClient, newClient, oldClient, textOf } from '../support/mcpClients.js';
import { root as packageRoot, smallScenario, temporaryFolder } from '../support/runCli.js';

const folder = temporaryFolder({
  'small.yaml': smallScenario,
  'grow.lua': 'return { decide = function() return 3 end }',
});
afterAll(() => folder.remove());

describe.each([
  ['2.x', newClient],
  ['1.x', oldClient],
])('a client of %s', (revision, connect) => {
  /** What lies behind the wire is the same for both. */
  const once = it.runIf(revision === '2.x');
  let client: McpClient;
  beforeAll(async () => {
    client = await connect(['--root', folder.path]);
  });
  afterAll(() => client.close());

  it('finds tools that say what they answer, and change nothing', async () => {
    const { tools } = await client.listed.listTools();
    expect(tools.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['list_scenarios', 'list_policies', 'validate', 'inspect', 'run', 'compare', 'decide']),
    );
    for (const tool of tools) {
      expect(tool.description?.length, tool.name).toBeGreaterThan(150);
      expect(tool.annotations).toMatchObject({ readOnlyHint: true, destructiveHint: false, openWorldHint: false });
      expect(tool.outputSchema, tool.name).toBeDefined();
    }
    expect((await client.listed.listTools()).tools).toEqual(tools);
  });

  it('lists what is below the root before what comes along', async () => {
    const { structuredContent } = await client.call('list_scenarios', {});
    expect(structuredContent.scenarios[0]).toEqual({
      name: 'small.yaml',
      origin: 'root',
      form: 'scenario',
      about: 'small',
    });
    expect(structuredContent.scenarios.map(({ name }: { name: string }) => name)).toContain('flash-sale');
    const { structuredContent: listed } = await client.call('list_policies', {});
    expect(listed.policies[0]).toMatchObject({ name: 'grow.lua', form: 'lua policy' });
  });

  it('compares on the same traffic, with progress, data and text of one run', async () => {
    const seen: number[] = [];
    const result = await client.call(
      'compare',
      { scenario: 'small.yaml', policies: ['static:2', 'target-cpu'], runs: 5, measures: ['latency_p95_ms'] },
      { onprogress: ({ progress }) => seen.push(progress) },
    );
    expect(textOf(result)).toContain('target-cpu is the cheapest that meets the SLO');
    const { structuredContent: data } = result;
    expect(data).toMatchObject({ verdict: 'passed', runs: 5, scenario: { name: 'small', seed: 1 }, warnings: [] });
    expect(data.result).toMatch(/^[0-9a-f]{64}$/);
    expect(data.policies.map(({ name }: { name: string }) => name)).toEqual(['static:2', 'target-cpu']);
    expect(data.policies[1].measures.latency_p95_ms.mean).toBeGreaterThan(100);
    expect(data.comparisons.find(({ measure }: { measure: string }) => measure === 'cost_usd')).toMatchObject({
      a: 'static:2',
      b: 'target-cpu',
      verdict: 'better',
    });
    expect(seen.length).toBeGreaterThan(0);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
  });

  once('takes scenario and policy as text, and a text goes before a file of its name', async () => {
    const result = await client.call('run', {
      scenario: smallScenario,
      policy: 'grow.lua',
      files: [{ name: 'grow.lua', text: 'return { decide = function() return 5 end }' }],
      runs: 2,
      set: ['duration=2m'],
      measures: ['instances_peak'],
    });
    expect(result.structuredContent.policies[0].measures.instances_peak.mean).toBe(5);
  });

  once('says first what failed: the SLO, a policy, and every mistake of an input as data', async () => {
    const missed = await client.call('run', {
      scenario: 'small.yaml',
      policy: 'static:1',
      runs: 2,
      set: ['traffic.users.rate=60'],
    });
    expect(textOf(missed).split('\n').slice(0, 2)).toEqual([
      'FAILED: a judged policy misses its SLO or thresholds.',
      'MISSED by static:1: the SLO; http_req_failed rate<0.01',
    ]);
    expect(missed.structuredContent).toMatchObject({ verdict: 'failed', policies: [{ keeps_limits: false }] });

    const files = [{ name: 'bad.lua', text: 'return { decide = function() error("no") end }' }];
    const crashed = await client.call('run', { scenario: 'small.yaml', policy: 'bad.lua', files, runs: 1 });
    expect(crashed.structuredContent.verdict).toBe('policy-failed');
    expect(textOf(crashed)).toMatch(/^FAILED POLICY bad: /);

    const broken = await client.call('validate', {
      file: smallScenario.replace('5m', '5q').replace('min: 1', 'min: 9'),
    });
    expect(broken.isError).toBe(true);
    expect(codesOf(broken)).toContain('bad-duration');
    for (const problem of broken.structuredContent.problems) {
      expect(Object.keys(problem).sort()).toEqual(['code', 'fix', 'what', 'where', 'why']);
    }
    expect(codesOf(await client.call('run', { scenaro: 'small.yaml', runs: 'many' }))).toEqual([
      'bad-input',
      'bad-input',
      'unknown-key',
    ]);
  });

  once('decides on recorded observations', async () => {
    const result = await client.call('decide', {
      policy: 'target-cpu',
      observations: ['seen.csv'],
      files: [{ name: 'seen.csv', text: 'time,cpu_utilization\n0,0.5\n60,0.9\n120,0.9\n' }],
    });
    expect(result.structuredContent.decisions.map(({ applied }: { applied: number }) => applied)).toEqual([1, 2, 3]);
  });

  it('inspects, and links to what is too long', async () => {
    const result = await client.call('inspect', { scenario: 'small.yaml' });
    expect(result.structuredContent).toMatchObject({
      resolved: { name: 'small' },
      estimates: { expectedArrivals: { users: 6000 } },
    });
    const services = Array.from(
      { length: 100 },
      (_, n) => `  s${n}: { instance: { concurrency: 4 }, scaling: { min: 1, max: 2 } }`,
    );
    const long = smallScenario.replace('services:\n', `services:\n${services.join('\n')}\n`);
    const cut = await client.call('inspect', { scenario: long });
    expect(cut.structuredContent.omitted).toContain('resolved');
    expect(JSON.stringify(cut.structuredContent).length).toBeLessThan(26_000);
    expect(textOf(cut).length).toBeLessThanOrEqual(25_000);
    expect(cut.content[1]).toMatchObject({
      type: 'resource_link',
      uri: `dryscale://results/${cut.structuredContent.result}`,
    });
  });
});

describe('a server', () => {
  it('gives the same inputs the same id, and others another one', async () => {
    const ask = async (scenario: string) => {
      const client = await newClient(['--root', folder.path]);
      const { structuredContent } = await client.call('inspect', { scenario });
      await client.close();
      return structuredContent.result;
    };
    const id = await ask('small.yaml');
    expect(await ask('small.yaml')).toBe(id);
    expect(await ask(`${smallScenario}\n`)).not.toBe(id);
  });

  const slow = {
    scenario: 'small.yaml',
    policies: ['static:2', 'target-cpu'],
    runs: 200,
    set: ['duration=1h', 'traffic.users.rate=200', 'services.web.scaling.max=40'],
  };
  const childrenOf = (pid: number | undefined) =>
    execFileSync('ps', ['-eo', 'pid=,ppid=,stat='], { encoding: 'utf8' })
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter(([, parent, state]) => Number(parent) === pid && !state.startsWith('Z'))
      .map(([child]) => Number(child));

  it('says first that a result is partial where the wall time ends it', async () => {
    const client = await newClient(['--root', folder.path]);
    const result = await client.call('compare', { ...slow, maxWallMs: 8_000 });
    if (result.isError === true) expect(codesOf(result)).toEqual(['took-too-long']);
    else {
      expect(textOf(result)).toMatch(/^PARTIAL: cut off after \d+ of 400 runs/);
      expect(result.structuredContent.verdict).toBe('partial');
      expect(result.structuredContent.result).toBeUndefined();
    }
    await client.close();
  });

  it('ends what it has started when a call is cancelled, and when it ends itself', async () => {
    const client = await newClient(['--root', folder.path]);
    const cancelling = new AbortController();
    const calling = client.call('compare', slow, { signal: cancelling.signal }).catch(() => 'cancelled');
    await wait(3_000);
    const [before] = childrenOf(client.pid);
    cancelling.abort();
    expect(await calling).toBe('cancelled');
    await wait(1_500);
    expect(childrenOf(client.pid)).not.toContain(before);
    const left = childrenOf(client.pid);
    expect(left.length).toBeLessThanOrEqual(1);
    await client.close();
    await wait(1_000);
    for (const pid of left) expect(() => process.kill(pid, 0)).toThrow();
  });

  it('writes nothing but the protocol on stdout, whatever comes in', async () => {
    const server = spawn(process.execPath, [join(packageRoot, 'dist/cli/main.js'), 'mcp'], { cwd: folder.path });
    let stdout = '';
    server.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
    });
    const send = (line: unknown) => server.stdin.write(`${typeof line === 'string' ? line : JSON.stringify(line)}\n`);
    send('no JSON');
    send('[1, 2]');
    send({
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 't', version: '1' } },
    });
    send({ jsonrpc: '2.0', method: 'notifications/initialized' });
    send({
      jsonrpc: '2.0',
      id: 2,
      method: 'tools/call',
      params: {
        name: 'run',
        arguments: {
          scenario: 'small.yaml',
          policy: 'print.lua',
          runs: 1,
          files: [
            { name: 'print.lua', text: 'print("loud") return { decide = function() print("louder") return 2 end }' },
          ],
        },
      },
    });
    send({ jsonrpc: '2.0', id: 3, method: 'tools/call', params: { name: 'nothing', arguments: {} } });
    while (!stdout.includes('"id":2') || !stdout.includes('"id":3')) await wait(100);
    server.stdin.end();
    expect(await new Promise((done) => server.on('close', done))).toBe(0);
    const messages = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(messages.every(({ jsonrpc }) => jsonrpc === '2.0')).toBe(true);
  });

  it('leaves the folder as it was', () => {
    expect(readdirSync(folder.path).sort()).toEqual(['grow.lua', 'small.yaml']);
  });
});
