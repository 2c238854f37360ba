import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadPolicy } from '../../src/platforms/loadPolicy.js';
import { resolveCandidates } from '../../src/policy/candidates.js';
import type { PolicyContext } from '../../src/policy/context/context.js';
import type { MetricValues, RecordedObservation } from '../../src/policy/observation.js';
import { decideAll } from '../../src/policy/openLoop.js';
import { root } from '../support/runCli.js';

const model = (version: string, maxTokens = 256, tier = 'silver'): PolicyContext => ({
  model: { version, parameters: { maxTokens }, metadata: { tier } },
});

const seen = (time: number, context: PolicyContext, metrics: MetricValues, ready = 2): RecordedObservation => ({
  time,
  service: 'chat',
  instances: { desired: ready, ready, pending: 0, starting: 0, draining: 0, failed: 0, min: 1, max: 20 },
  metrics,
  resources: {},
  context,
});
const inside = (requests_running: number, age_seconds = 5): MetricValues => ({
  requests_running,
  requests_waiting: 0,
  age_seconds,
});

async function wishes(observations: readonly RecordedObservation[], params = ''): Promise<(number | null)[]> {
  const [{ bindings }] = await resolveCandidates({
    texts: [`context-aware.lua${params}`],
    baseFolder: join(root, 'policies'),
  });
  const policy = loadPolicy(bindings['*']);
  if (policy === undefined) throw new Error('no policy');
  return decideAll({ policy, observations, carriesDesired: false, onPolicy() {} }).map(({ desired }) => desired);
}

it('takes fewer requests a replica the longer their answers may be, and for gold', async () => {
  const of = async (context: PolicyContext) => (await wishes([seen(15, context, inside(160))]))[0];
  // 40 a replica at 256 tokens: 4; at three times the tokens 12; 32 a replica for gold: 5.
  expect(await of(model('a'))).toBe(4);
  expect(await of(model('a', 768))).toBe(12);
  expect(await of(model('a', 256, 'gold'))).toBe(5);
  expect(await of({})).toBe(4);
});

it('doubles what stood when the version changes, for a quarter of an hour, and not when told to ignore it', async () => {
  const times = [15, 30, 45, 900, 960];
  const observations = times.map((time) => seen(time, model(time < 30 ? 'a' : 'b'), inside(80)));
  expect(await wishes(observations)).toEqual([2, 4, 4, 4, 2]);
  expect(await wishes(observations, '?ignore=true')).toEqual([2, 2, 2, 2, 2]);
});

it('holds without metrics and on old ones', async () => {
  expect(await wishes([seen(15, model('a'), {}), seen(30, model('a'), inside(400, 200))])).toEqual([null, null]);
});
