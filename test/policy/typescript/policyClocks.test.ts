import { describe, expect, it } from 'vitest';
import { openPolicyStream } from '../../../src/policy/policyStream.js';
import { bundleTypeScriptPolicy } from '../../../src/policy/typescript/bundleTypeScriptPolicy.js';
import { loadTypeScriptPolicy } from '../../../src/policy/typescript/loadTypeScriptPolicy.js';
import { FakeHost, runPolicy } from '../fakeHost.js';

const startSeconds = 1_772_409_600; // 2026-03-02 00:00 UTC

/** What a policy of this body prints in a replication, a line a tick. */
async function lines(body: string, { replication = 0, first = '' } = {}): Promise<string[]> {
  const code = await bundleTypeScriptPolicy({
    path: 'p.ts',
    code: `${first}\nexport const decide = (o, { state }) => {\n${body}\n};`,
  });
  const random = openPolicyStream('web', 0, { seed: 1, replication });
  const host = Object.assign(new FakeHost({ metrics: (time) => ({ in_flight: time }) }), { startSeconds, random });
  runPolicy(loadTypeScriptPolicy({ fileName: 'p.ts', code, params: {} }), host, 30);
  return host.lines;
}

describe('clocks of a TypeScript policy', () => {
  it('are those of the run', async () => {
    const body =
      'console.log(Date.now(), new Date().toISOString(), performance.now(), new Date(0).getTime(), Date.UTC(1970, 0, 2))';
    expect(await lines(body)).toEqual([
      '1772409615000 2026-03-02T00:00:15.000Z 15000 0 86400000',
      '1772409630000 2026-03-02T00:00:30.000Z 30000 0 86400000',
    ]);
    expect(
      await lines('console.log(new Date() instanceof Date, typeof Date(), Math.max(1, 2), Math.PI > 3)'),
    ).toContain('true string 2 true');
  });

  it('let a cooldown from 0 be over at once, and pass with the run', async () => {
    const body = 'if (Date.now() - last >= 15_000) { last = Date.now(); console.log("acts", o.time); }';
    expect(await lines(body, { first: 'let last = 0;' })).toEqual(['acts 15', 'acts 30']);
  });

  it('may be names of its own', async () => {
    const first = 'import { performance } from "node:perf_hooks"; const Date = { now: () => 5 };';
    expect(await lines('console.log(Date.now(), performance.now() > 0)', { first })).toContain('5 true');
  });
});

it('draws lots that differ by replication and are the same when a run is done again', async () => {
  const drawn = await lines('console.log(Math.random())');
  expect(await lines('console.log(Math.random())')).toEqual(drawn);
  expect(new Set([...drawn, ...(await lines('console.log(Math.random())', { replication: 1 }))]).size).toBe(4);
  expect(drawn.every((text) => Number(text) >= 0 && Number(text) < 1)).toBe(true);
});

it('sees an observation whose fields are its own', async () => {
  const body = `const { history } = o;
    const copy = { ...o };
    console.log(Object.keys(o).join(), copy.metrics.in_flight, JSON.parse(JSON.stringify(o)).metrics.in_flight, history('in_flight', '1m').length);`;
  const [line] = await lines(body);
  expect(line).toBe('time,service,instances,metrics,perInstance,resources,context,history 15 15 0');
});
