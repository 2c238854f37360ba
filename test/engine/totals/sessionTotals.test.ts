import { describe, expect, it } from 'vitest';
import { sessionTotals } from '../../../src/engine/totals/sessionTotals.js';
import { plainModel } from '../../support/sessionRuns.js';
import { ranWorld } from './ranWorld.js';

const chat = { route: 'web', promptTokens: 100, outputTokens: 40, session: { turns: 3, think: '10s' } };
const task = { route: 'agents', agent: { turns: 2, contextStart: 1000, contextGrowth: 200, output: 50 } };
const sources = { chats: 'chat', tasks: 'task', pings: 'ping' } as const;
type Source = keyof typeof sources;

/** One arrival of each source, at once, in 95 s: a chat of three turns, a task of two, and a request that is neither. */
function totalsOf(of: readonly Source[], more: object = {}) {
  const load = { executor: 'constant-arrival-rate', rate: 1, timeUnit: '100s', arrivals: 'even' };
  const server = { instance: { model: 'plain' }, scaling: { min: 1, max: 1 } };
  const { world } = ranWorld({
    name: 'sessions',
    duration: '95s',
    traffic: Object.fromEntries(of.map((name) => [name, { ...load, request: sources[name] }])),
    requests: { chat, task, ping: { route: 'free', cpu: '1ms' } },
    models: { plain: plainModel },
    services: { web: server, agents: server, free: { scaling: { min: 1, max: 1 } } },
    ...more,
  });
  return sessionTotals(world);
}

describe('sessions of all sources', () => {
  it('are undefined where no source has any', () => {
    expect(totalsOf(['pings'])).toBeUndefined();
  });

  it('are counted apart by what they are, and their turns together', () => {
    const totals = totalsOf(['pings', 'tasks', 'chats']);
    expect(totals?.chats).toMatchObject({ begun: 1, finished: 1, failed: 0 });
    expect(totals?.tasks).toMatchObject({ begun: 1, finished: 1, failed: 0 });
    expect(totals?.turns).toBe(3 + 2);
    // Of 100 + 40 tokens the second turn of the chat carries 140 and the third 280; that of the task 1050.
    expect(totals?.carriedTokens).toBe(140 + 280 + 1050);
    // By turn 40 iterations of 10 ms and 0.1 ms a token that is computed, and twice 10 s between them.
    expect(totals?.chats?.time.maxSeconds).toBeCloseTo(0.41 + 10 + 0.4112 + 10 + 0.4108, 9);
    // 50 iterations, 1000 tokens; then of 1200 all but 65 blocks of 16. No tool, so nothing between them.
    expect(totals?.tasks?.time.maxSeconds).toBeCloseTo(0.6 + 0.516, 9);
    expect([totals?.chats?.time.count, totals?.tasks?.time.count]).toEqual([1, 1]);
  });

  it.each<[Source, Source]>([
    ['chats', 'tasks'],
    ['tasks', 'chats'],
  ])('have no %s where there are only others', (none, only) => {
    const totals = totalsOf([only, 'pings']);
    expect(totals?.[none as 'chats']).toBeUndefined();
    expect(totals?.[only as 'chats']).toMatchObject({ begun: 1 });
  });

  it('end badly with a turn that fails', () => {
    const faults = [{ kind: 'errors', service: 'web', at: '5s', for: '60s', rate: 1 }];
    const totals = totalsOf(['tasks', 'chats'], { faults });
    // The task is over before; the second turn of the chat fails.
    expect(totals?.chats).toMatchObject({ begun: 1, finished: 0, failed: 1 });
    expect(totals?.tasks).toMatchObject({ begun: 1, finished: 1, failed: 0 });
    expect(totals?.chats?.time.count).toBe(0);
  });

  it('of several sources add up', () => {
    const load = { executor: 'constant-arrival-rate', rate: 1, timeUnit: '100s', arrivals: 'even', request: 'chat' };
    const totals = totalsOf([], { traffic: { some: load, others: { ...load, rate: 2 } } });
    expect(totals?.chats).toMatchObject({ begun: 3 });
    expect(totals?.chats?.time.count).toBe(totals?.chats?.finished);
    expect(totals?.chats?.finished).toBe(3);
    expect(totals?.turns).toBe(9);
  });
});
