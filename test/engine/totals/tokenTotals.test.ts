import { describe, expect, it } from 'vitest';
import { qualityTotals, tokenTotals } from '../../../src/engine/totals/tokenTotals.js';
import { plainModel } from '../../support/sessionRuns.js';
import { evenLoad, ranWorld } from './ranWorld.js';

const load = (request: string, count: number) => evenLoad(request, count, '100s');
const server = (model: string, instance: object = {}) => ({
  instance: { model, ...instance },
  scaling: { min: 1, max: 1 },
});

/** Ten chats at one model, five summaries at another, four at a provider, and pages that have no tokens; 100 s, all answered. */
function ran(quality: { right?: number; wrong?: number } = { right: 1, wrong: 0 }) {
  const { world } = ranWorld({
    name: 'tokens',
    duration: '100s',
    traffic: {
      pages: load('page', 7),
      chats: load('chat', 10),
      summaries: load('summary', 5),
      bought: load('bought', 4),
    },
    requests: {
      page: { route: 'free', cpu: '1ms' },
      chat: { route: 'web', promptTokens: 100, outputTokens: 41 },
      summary: { route: 'books', promptTokens: 1000, outputTokens: 11 },
      bought: { route: 'shop', promptTokens: 30, outputTokens: 21 },
    },
    models: {
      right: { ...plainModel, quality: quality.right },
      wrong: { ...plainModel, quality: quality.wrong },
    },
    services: {
      free: { scaling: { min: 1, max: 1 } },
      web: server('right', { gpus: 2 }),
      books: server('wrong'),
    },
    ai: {
      providers: {
        shop: { ttft: '200ms', tokensPerSecond: 10, price: { input: 1, output: 1 }, quality: quality.right },
      },
    },
    // A first token takes 10 ms and 0.1 ms for each of the prompt.
    slo: { latency: '10s', objective: 0.9 },
  });
  const [free, web, books] = world.services;
  const targetCount = 4;
  return {
    world,
    free,
    web,
    books,
    isAt:
      (...places: number[]) =>
      (group: number) =>
        places.includes(group % targetCount),
  };
}

describe('tokens of some groups', () => {
  it('are undefined where nobody answers with any', () => {
    const { world, free, web, isAt } = ran();
    expect(tokenTotals(world, { services: [free], hasProviders: false }, isAt(0))).toBeUndefined();
    expect(tokenTotals(world, { services: [], hasProviders: false }, isAt(0))).toBeUndefined();
    const without = { ...world, tokenLog: undefined };
    expect(tokenTotals(without, { services: [web], hasProviders: true }, isAt(1))).toBeUndefined();
  });

  it('of one service are those of its answers', () => {
    const { world, web, isAt } = ran();
    const totals = tokenTotals(world, { services: [web], hasProviders: false }, isAt(1));
    expect(totals).toMatchObject({ answers: 10, promptTokens: 1000, outputTokens: 410 });
    expect(totals?.quality).toEqual({ judged: 10, right: 10, rightAndGood: 10 });
    // 41 iterations of 10 ms and 0.1 ms for each token of the prompt; by token of the answer.
    expect(totals?.normalisedSeconds).toBeCloseTo((10 * (0.41 + 0.01)) / 41, 9);
    expect([totals?.firstToken.count, totals?.gap.count]).toEqual([10, 10]);
    expect(totals?.firstToken.meanSeconds).toBeCloseTo(0.02, 3);
    expect(totals?.gap.meanSeconds).toBeCloseTo(0.01, 4);
    // 2 GPUs for 100 s.
    expect(totals?.servers).toMatchObject({ preemptions: 0, outputTokens: 410, gpuSeconds: 200 });
    // 140 tokens in blocks of 16 are 9 of 1000.
    expect(totals?.servers?.kvPeakRatio).toBeCloseTo(9 / 1000, 9);
  });

  it('of several services add up, and the fullest memory is the fullest of all', () => {
    const { world, free, web, books, isAt } = ran();
    const totals = tokenTotals(world, { services: [free, web, books], hasProviders: false }, isAt(0, 1, 2));
    expect(totals).toMatchObject({ answers: 15, promptTokens: 6000, outputTokens: 410 + 55 });
    expect(totals?.quality).toEqual({ judged: 15, right: 10, rightAndGood: 10 });
    expect(totals?.servers).toMatchObject({ outputTokens: 465, gpuSeconds: 300 });
    // 1010 tokens are 64 blocks.
    expect(totals?.servers?.kvPeakRatio).toBeCloseTo(64 / 1000, 9);
    const one = tokenTotals(world, { services: [books], hasProviders: false }, isAt(2));
    expect(one?.servers?.kvPeakRatio).toBe(totals?.servers?.kvPeakRatio);
  });

  it('of providers have nothing of servers', () => {
    const { world, isAt } = ran();
    const totals = tokenTotals(world, { services: [], hasProviders: true }, isAt(3));
    expect(totals).toMatchObject({ answers: 4, promptTokens: 120, outputTokens: 84, servers: undefined });
    expect(totals?.firstToken.meanSeconds).toBeCloseTo(0.2, 2);
    expect(totals?.gap.meanSeconds).toBeCloseTo(0.1, 2);
  });

  it('of all have the tokens of providers beside those of the servers', () => {
    const { world, free, web, books, isAt } = ran();
    const totals = tokenTotals(world, { services: [free, web, books], hasProviders: true }, isAt(0, 1, 2, 3));
    expect(totals).toMatchObject({ answers: 19, outputTokens: 465 + 84 });
    expect(totals?.servers?.outputTokens).toBe(465);
    const ofBooks = tokenTotals(world, { services: [web, books], hasProviders: true }, isAt(2));
    expect(ofBooks?.servers?.outputTokens).toBe(55);
  });

  it('count as good those that are judged alone', () => {
    const { world, web, isAt } = ran();
    const services = { services: [web], hasProviders: true };
    expect(tokenTotals(world, services, isAt(1, 3), isAt(3))?.quality).toEqual({
      judged: 14,
      right: 14,
      rightAndGood: 4,
    });
    expect(tokenTotals(world, services, isAt(1, 3), () => false)?.quality?.rightAndGood).toBe(0);
  });

  it('have no quality where no model says how often it answers right', () => {
    const { world, web, isAt } = ran({});
    expect(tokenTotals(world, { services: [web], hasProviders: false }, isAt(1))?.quality).toBeUndefined();
    expect(qualityTotals(world.input.scenario, [])).toBeUndefined();
    expect(qualityTotals(ran().world.input.scenario, [])).toEqual({ judged: 0, right: 0, rightAndGood: 0 });
  });
});
