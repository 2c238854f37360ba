import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../../src/base/problem.js';
import { standardAllowance } from '../../../src/engine/limits/allowance.js';
import type { Candidate } from '../../../src/policy/policySpec.js';
import { rejectTooMuch } from '../../../src/run/limits/index.js';
import { planRun } from '../../../src/run/limits/limit.js';
import { parseScenario } from '../../../src/scenario/load.js';
import type { ScenarioInput } from '../../../src/scenario/schema.js';

const usual: ScenarioInput = {
  name: 'usual',
  duration: '1m',
  traffic: { s: { executor: 'constant-arrival-rate', rate: 10 } },
  requests: { page: { route: 'web', cpu: '20ms' } },
  services: { web: { scaling: { min: 2, max: 1e9 } } },
};

function problemsOf(input: ScenarioInput, allowance = {}, count = 0) {
  const scenario = parseScenario(input);
  const candidates = count === 0 ? [] : [staticCandidate(count)];
  try {
    rejectTooMuch(planRun({ file: 'a.yaml', scenario, folder: '.', candidates }), {
      ...standardAllowance,
      ...allowance,
    });
  } catch (thrown) {
    if (!(thrown instanceof ProblemError)) throw thrown;
    expect(thrown.exitCode).toBe(106);
    return thrown.problems.map(({ code, where, what, fix }) => ({ code, path: where.path, what, fix }));
  }
  return [];
}

function staticCandidate(count: number): Candidate {
  const bindings = { '*': { kind: 'static', count } } as const;
  return { name: `static:${count}`, source: 'static', hash: '', params: {}, bindings };
}

const fault = { kind: 'crash', service: 'web', fraction: 0.1 } as const;

describe('what takes too much is refused before it runs', () => {
  it.each<[string, ScenarioInput, string, string]>([
    ['ten years', { ...usual, duration: '3650d' }, 'duration', '--max-events 21024000'],
    ['a scrape a microsecond', { ...usual, telemetry: { scrape: '1us' } }, 'telemetry.scrape', '--max-events 60000000'],
    ['faults', { ...usual, faults: [{ ...fault, every: '1us' }] }, 'faults.0.every', '--max-events 60000004'],
    [
      'a wide window',
      { ...usual, telemetry: { window: '30d', scrape: '1s' }, duration: '30d' },
      'telemetry.window',
      '--max-memory',
    ],
    [
      'instances at the start',
      { ...usual, services: { web: { scaling: { min: 1, initial: 1e6, max: 1e6 } } } },
      'services.web.scaling.initial',
      '--max-memory 1.51GB',
    ],
    [
      'instances that a policy may not go below',
      { ...usual, services: { web: { scaling: { min: 1e6, initial: 1e6, max: 1e6 } } } },
      'services.web.scaling.initial',
      '--max-memory',
    ],
    [
      'users',
      { ...usual, traffic: { s: { executor: 'constant-vus', vus: 1e9, think: '1s' } } },
      'traffic.s',
      '--max-memory 401GB',
    ],
    [
      'users of a ramp',
      { ...usual, traffic: { s: { executor: 'ramping-vus', think: '1s', stages: [{ duration: '1m', target: 1e9 }] } } },
      'traffic.s',
      '--max-memory',
    ],
    [
      'requests',
      { ...usual, traffic: { s: { executor: 'constant-arrival-rate', rate: 1e9 } } },
      'traffic',
      '--max-requests 60000000000',
    ],
    [
      'retries without end',
      { ...usual, gateway: { timeout: '1ms', retries: { attempts: 1e12 } }, duration: '1d' },
      'gateway.retries',
      '--max-requests',
    ],
  ])('%s', (_, input, path, option) => {
    const found = problemsOf(input);
    const problem = found.find((one) => one.path === path) ?? found[0];
    expect(problem.path).toBe(path);
    expect(problem.what).toMatch(/the limit is/);
    expect(problem.fix).toContain(option);
  });

  it('names every limit that is crossed, and what static:N asks for', () => {
    const found = problemsOf({ ...usual, duration: '36500d' }, {}, 1e7);
    expect(found.map(({ code }) => code)).toEqual(['too-much-memory', 'too-many-events']);
    expect(found[0].path).toBe('--policy');
  });

  it('the options that it names let the run pass', () => {
    expect(problemsOf({ ...usual, duration: '3650d' }, { eventCount: 21_024_000, requestCount: 1e10 })).toEqual([]);
    expect(problemsOf(usual, { memoryBytes: 16e9 }, 1e7)).toEqual([]);
  });
});

describe('honest work passes', () => {
  it.each<[string, ScenarioInput]>([
    ['a year of scrapes every 15 s', { ...usual, duration: '365d' }],
    ['100,000 instances', { ...usual, services: { web: { scaling: { min: 1, initial: 100_000, max: 1e6 } } } }],
    ['1e8 requests', { ...usual, duration: '1d', traffic: { s: { executor: 'constant-arrival-rate', rate: 1157 } } }],
    [
      'ten tries',
      {
        ...usual,
        duration: '1d',
        gateway: { timeout: '1s', retries: { attempts: 10 } },
        traffic: { s: { executor: 'constant-arrival-rate', rate: 1157 } },
      },
    ],
    [
      'a million users need a flag, a hundred thousand none',
      { ...usual, traffic: { s: { executor: 'constant-vus', vus: 100_000, think: '10s' } } },
    ],
    ['a bound that nobody reaches', { ...usual, services: { web: { scaling: { min: 1, max: 1e15 } } } }],
  ])('%s', (_, input) => {
    expect(problemsOf(input)).toEqual([]);
  });
});
