import { describe, expect, it } from 'vitest';
import type { ScenarioInput } from '../../src/scenario/schema.js';
import { smallModel } from '../support/anyModelScenario.js';
import { ruleTexts } from '../support/ruleTexts.js';

interface Told {
  readonly rollout?: object;
  readonly to?: readonly object[];
  readonly grading?: object | null;
  readonly route?: string;
  readonly quality?: number;
}

const both = [{ service: 'first' }, { service: 'second' }];
const usual = { steps: [5, 50, 100], every: '10m' };

function foundIn({
  rollout = usual,
  to = both,
  grading = { delay: '1m' },
  route = 'chat',
  quality = 0.8,
}: Told): string[] {
  const service = { instance: { model: 'small' }, scaling: { min: 1, max: 1 } };
  const input = {
    name: 'rolled-out',
    duration: '1h',
    traffic: { load: { executor: 'constant-arrival-rate', rate: 4, request: 'chat' } },
    requests: { chat: { route, promptTokens: 100, outputTokens: 20 } },
    models: { small: { ...smallModel, ...(quality === 1 ? {} : { quality }) } },
    services: { first: service, second: service, third: service },
    ai: { routes: { chat: { to, rollout } }, ...(grading === null ? {} : { grading }) },
  } as unknown as ScenarioInput; // safe: parseScenario checks it
  return ruleTexts(input);
}

const at = 'ai.routes.chat.rollout';

describe('a rollout', () => {
  it.each<[string, Told, string]>([
    ['of one service', { to: both.slice(1) }, `rollout-targets ${at}: needs two services`],
    ['of three services', { to: [...both, { service: 'third' }] }, `rollout-targets ${at}: needs two services`],
    [
      'without weight',
      { to: [both[0], { ...both[1], weight: 0 }] },
      `rollout-targets ${at}: needs two services with weight in \`to\`, and there are 1`,
    ],
    [
      'with other weights',
      { to: [{ ...both[0], weight: 9 }, both[1]] },
      'no-effect ai.routes.chat.to: has weights that the first step of 5 % replaces',
    ],
    [
      'that does not rise',
      { rollout: { ...usual, steps: [5, 50, 50] } },
      `steps-not-rising ${at}.steps.2: is 50 after 50`,
    ],
    ['above all', { rollout: { ...usual, steps: [5, 120] } }, `out-of-range ${at}.steps.1: is 120`],
    ['of nothing', { rollout: { ...usual, steps: [0, 50] } }, `out-of-range ${at}.steps.0: is 0`],
    ['without steps', { rollout: { ...usual, steps: [] } }, `${at}.steps`],
    ['that stays', { rollout: { ...usual, every: '1h' } }, `no-effect ${at}.every: is as long as the run`],
    [
      'longer than the run',
      { rollout: { ...usual, every: '40m' } },
      `no-effect ${at}.steps.2: is not reached: the run ends in the step of 50 %`,
    ],
    ['that nothing aborts', { rollout: { ...usual, abort: {} } }, `abort-nothing ${at}.abort: names nothing`],
    [
      'with a limit that is none',
      { rollout: { ...usual, abort: { ttft_p95_ratio: 0.9 } } },
      `out-of-range ${at}.abort.ttft_p95_ratio: is 0.9`,
    ],
    ['of at least no request', { rollout: { ...usual, minRequests: 0 } }, `out-of-range ${at}.minRequests: is 0`],
    [
      'with a least count of what is not judged',
      { rollout: { ...usual, minRequests: 500 } },
      `no-effect ${at}.minRequests: stands without`,
    ],
    [
      'by quality, which nobody grades',
      { rollout: { ...usual, abort: { quality: 0.02 } }, grading: null },
      `needs-grading ${at}.abort.quality`,
    ],
    [
      'by quality, graded too late',
      { rollout: { ...usual, abort: { quality: 0.02 } }, grading: { delay: '10m' } },
      `grades-too-late ${at}.abort.quality`,
    ],
    ['that nobody goes through', { route: 'first' }, `no-effect ${at}: stands in a route that no request class names`],
    ['with grades of no share', { grading: { share: 0 } }, 'out-of-range ai.grading.share: is 0'],
    ['with grades of what is always right', { quality: 1 }, 'quality-unknown ai.grading: stands where no model'],
    ['with grades after the run', { grading: { delay: '1h' } }, 'no-effect ai.grading.delay: is as long as the run'],
  ])('%s', (_, told, expected) => {
    expect(foundIn(told).join('\n')).toContain(expected);
  });

  it.each<[string, Told]>([
    ['as it is meant', { rollout: { ...usual, abort: { quality: 0.02, error_rate: 0.01, ttft_p95_ratio: 1.2 } } }],
    ['without abort', {}],
    [
      'with the weights of its first step',
      {
        to: [
          { ...both[0], weight: 95 },
          { ...both[1], weight: 5 },
        ],
      },
    ],
  ])('is fine %s', (_, told) => {
    expect(foundIn(told)).toEqual([]);
  });
});
