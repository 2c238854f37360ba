// @module-tag ci
import { expect, it } from 'vitest';
import { happening, ModelServers } from '../../../src/fleet/modelServer/modelServers.js';
import { noStepTimes } from '../../../src/fleet/modelServer/stepTime.js';

/** Llama-3.1-8B on one H100, 10 requests a second of 500 tokens in and 200 out. */
const settings = {
  step: {
    ...noStepTimes,
    base: 6617,
    perSequence: 4.4,
    perPrefillToken: 20.2,
    perDecodeToken: 20.2,
    hidden: 5081,
    attention: 0.00088,
    perContextToken: 0.042,
  },
  overheads: { overheadIn: 8000, overheadOut: 1850, perOutputToken: 2 },
  kvBlocks: 28_000,
  maxSequences: 256,
  tokenBudget: 2048,
  admit: 'prompt',
  policy: 'fcfs',
  prefixCache: true,
  lookahead: 1,
  maxModelTokens: Number.POSITIVE_INFINITY,
} as const;

it('plays a replica 10,000 times faster than it runs', () => {
  const servers = new ModelServers();
  const { requests } = servers;
  const count = 100_000;
  servers.add(0, settings);
  let seed = 20_261_129;
  const uniform = () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return (seed + 0.5) / 2 ** 32;
  };
  let arrival = 0;
  let sent = 0;
  let ended = 0;
  const before = process.cpuUsage();
  while (ended < count) {
    if (sent < count && arrival < servers.nextMicroseconds) {
      const row = requests.take();
      requests.promptTokens[row] = 100 + Math.floor(800 * uniform());
      requests.outputTokens[row] = 1 + Math.floor(400 * uniform());
      requests.prefix[row] = Math.floor(50 * uniform());
      requests.prefixTokens[row] = 200;
      servers.enter(row, 0, arrival);
      sent++;
      arrival -= 1e5 * Math.log(uniform());
      continue;
    }
    const row = servers.proceed();
    if (row < 0 || servers.happened !== happening.ended) continue;
    requests.drop(row);
    ended++;
  }
  const { user, system } = process.cpuUsage(before);
  const cpuSeconds = (user + system) / 1e6;
  console.log(
    `${Math.round(arrival / 1e6 / cpuSeconds)} x real time, ${Math.round(count / cpuSeconds)} requests a CPU-second`,
  );
  expect(arrival / 1e6 / cpuSeconds).toBeGreaterThan(10_000);
});
