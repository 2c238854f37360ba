import { describe, expect, it } from 'vitest';
import type { RunResult } from '../../../src/results/runResult.js';
import { parseScenario } from '../../../src/scenario/load.js';
import { checkRules } from '../../../src/scenario/rules.js';
import type { ScenarioInput } from '../../../src/scenario/schema.js';
import { readGoal } from '../../../src/tune/goal.js';
import { playScenario } from '../../support/playScenario.js';
import { problemsOf } from '../../support/problemsOf.js';

/** Five pages a second, each with three questions to a provider one after the other, which take 300 ms each; two minutes. */
function pages(
  part: { readonly front?: object; readonly services?: object; readonly ai?: object } = {},
): ScenarioInput {
  return {
    name: 'pages',
    duration: '2m',
    traffic: { readers: { executor: 'constant-arrival-rate', rate: 5, arrivals: 'even', request: 'page' } },
    requests: {
      page: { route: 'front', io: '100ms', calls: [{ request: 'summary', count: 3 }] },
      summary: { route: 'bought', promptTokens: 40, outputTokens: 4 },
    },
    services: {
      front: { instance: { concurrency: 50, ...part.front }, scaling: { min: 1, max: 1 } },
      ...part.services,
    },
    ai: {
      providers: {
        bought: { ttft: '200ms', tokensPerSecond: 30, price: { input: 1, output: 10 }, quality: 0.8 },
      },
      ...part.ai,
    },
    slo: { latency: '2s', objective: 0.9 },
  } as unknown as ScenarioInput; // safe: parseScenario checks it
}

const detailed = (part?: Parameters<typeof pages>[0]): RunResult => playScenario(pages(part), { detail: true }).result;

describe('calls to a provider', () => {
  it('are no requests from outside', () => {
    const [bought] = detailed().detail?.providers ?? [];
    expect(bought.planned_rate?.[10]).toBeCloseTo(15, 6);
    expect(bought.planned_entry_rate?.[10]).toBe(0);
  });

  it('leave no curve of what their callers need, for slots wait for the answers', () => {
    const { measures, notes, detail } = detailed();
    expect(detail?.timeline[0].needed.every((value) => value === null)).toBe(true);
    expect(measures.under_provisioned_percent ?? null).toBeNull();
    expect(notes.join('\n')).toContain('demand curve: none for front, whose requests hold their slots for answers');
  });

  it('have their part of the latency: the shares of services and providers add up to 1', () => {
    const { measures } = detailed();
    // 900 of 1000 ms.
    expect(measures['providers.bought.latency_share']).toBeCloseTo(0.9, 3);
    const own = measures['services.front.latency_share'] ?? measures.latency_share;
    expect(Number(own) + Number(measures['providers.bought.latency_share'])).toBeCloseTo(1, 9);
  });

  it('are no more right and good answers than users get', () => {
    const { measures } = detailed();
    expect(Number(measures.quality)).toBeCloseTo(0.8, 1);
    expect(Number(measures.quality_weighted_goodput_per_second)).toBeLessThanOrEqual(
      Number(measures.goodput_per_second ?? 5),
    );
  });

  it('take no pool', () => {
    const [problem] = problemsOf(pages({ front: { poolTo: { bought: 2 } } }));
    expect(problem).toMatchObject({
      code: 'not-supported-yet',
      where: { path: 'services.front.instance.poolTo.bought' },
    });
  });

  it('make `initial: needed` a guess, which is said', () => {
    const input = pages();
    const { front } = input.services;
    const scaling = { min: 1, max: 9, initial: 'needed' as const };
    const findings = checkRules(parseScenario({ ...input, services: { front: { ...front, scaling } } }));
    expect(findings.map(({ code, isWarning }) => [code, isWarning])).toEqual([['needed-without-models', true]]);
  });

  it('let a setting be chosen by what their class gets, not by that of one that has no measures', () => {
    const scenario = parseScenario(pages());
    expect(readGoal('classes.summary.latency_p95_ms', scenario).better).toBe('lower');
    expect(() => readGoal('classes.other.latency_p95_ms', scenario)).toThrow('names no class');
  });
});
