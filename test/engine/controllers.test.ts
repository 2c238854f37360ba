import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { controllerPlaces } from '../../src/fleet/controllers.js';
import { decisionAt } from '../../src/report/decisionAt.js';
import type { PolicyResult } from '../../src/results/results.js';
import type { RunResult } from '../../src/results/runResult.js';
import { parseScenario } from '../../src/scenario/load.js';
import { checkRules } from '../../src/scenario/rules.js';
import type { ScenarioInput } from '../../src/scenario/schema.js';
import { hpaText } from '../support/hpaText.js';
import { runWithLua } from '../support/runWithLua.js';
import { caseCounts } from '../support/sampled.js';

interface Shop {
  readonly controllers?: number | { count: number; workers?: number; shared?: boolean | 'gateway' };
  readonly calls?: number;
  readonly scaling?: object;
}

/** One tick of `every: 1m` within 100 s, on a fleet of 2 that may grow to 100. */
const shop = ({ controllers, calls, scaling = {} }: Shop): ScenarioInput => ({
  name: 'shop',
  duration: '100s',
  traffic: { load: { executor: 'constant-arrival-rate', rate: 5 } },
  requests: { page: { route: 'web', cpu: '10ms' } },
  services: {
    web: {
      instance: { cpuRequest: 1 },
      scaling: { min: 1, max: 100, initial: 2, ...(controllers === undefined ? {} : { controllers }), ...scaling },
    },
  },
  ...(calls === undefined ? {} : { cloud: { api: { rateLimit: { calls, per: '1m' } } } }),
});

const addOne = `return { every = "1m", decide = function(o)
  return { desired = o.instances.desired + 1, reason = "saw " .. o.instances.desired }
end }`;

function decisionsOf({ detail }: RunResult): NonNullable<RunResult['detail']>['decisions'] {
  return detail?.decisions ?? [];
}

describe('several controllers of one policy', () => {
  it('decide at the same instant, in order, and each sees what the earlier ones got', () => {
    const rows = decisionsOf(runWithLua(shop({ controllers: 12 }), addOne));
    expect(rows.map(({ time_s, controller, desired, reason }) => [time_s, controller, desired, reason])).toEqual(
      Array.from({ length: 12 }, (_, index) => [60, index + 1, index + 3, `saw ${index + 2}`]),
    );
  });

  it('all count: actions, calls throttled, and a finding says what they did at once', () => {
    const { measures, findings } = runWithLua(shop({ controllers: 12, calls: 9 }), addOne);
    expect([measures.scale_ups, measures.actions_throttled]).toEqual([9, 3]);
    expect(findings).toContain(
      '9 controllers acted at the same instant, at 60 s: 2 -> 11 instances, 3 more calls throttled',
    );
  });

  for (const { tags, numRuns } of caseCounts(6, 25))
    it('add up to the initial count and one each, within max and what the API lets through', { tags }, () => {
      const counts = fc.record({ count: fc.integer({ min: 1, max: 40 }), calls: fc.integer({ min: 1, max: 40 }) });
      fc.assert(
        fc.property(counts, ({ count, calls }) => {
          const result = runWithLua(shop({ controllers: count, calls, scaling: { max: 30 } }), addOne);
          const accepted = Math.min(count, calls, 28);
          expect(result.measures.scale_ups).toBe(accepted);
          expect(decisionsOf(result).at(-1)?.applied).toBe(2 + accepted);
          // A clamped decision that changes nothing is no call, so what is left over of the calls never matters.
          expect(result.measures.actions_throttled).toBe(accepted < 28 ? count - accepted : 0);
        }),
        { numRuns },
      );
    });

  it('each have a state and a file of their own', () => {
    const code = `local loaded = 0
      return { every = "20s", decide = function(o, context)
        loaded = loaded + 1
        context.state.count = (context.state.count or 0) + 1
        return { desired = 2, reason = loaded .. " " .. context.state.count, rule = tostring(context.state.count) }
      end }`;
    const reasons = decisionsOf(runWithLua(shop({ controllers: 3 }), code)).map(({ reason }) => reason);
    expect(reasons).toEqual(['1 1', '2 2', '3 3', '4 4']);
  });

  it('run scripts as well: each waits for itself', () => {
    const script = `local dryscale = require("dryscale")
      dryscale.sleep(30)
      dryscale.scale_to(dryscale.instances().desired + 1)`;
    const rows = decisionsOf(runWithLua(shop({ controllers: 4 }), script));
    expect(rows.map(({ time_s, desired }) => [time_s, desired])).toEqual([3, 4, 5, 6].map((count) => [30, count]));
  });

  it('do no harm where they set a count: the first one acts, the others want what there is', () => {
    const { measures, findings, ...result } = runWithLua(
      shop({ controllers: 12, calls: 1 }),
      'return { every = "1m", decide = function() return 7 end }',
    );
    expect([measures.scale_ups, measures.actions_throttled]).toEqual([1, 0]);
    expect(findings.filter((text) => text.includes('controllers'))).toEqual([]);
    expect(decisionsOf({ ...result, measures, findings })).toMatchObject([{ controller: 1, other_controllers: 11 }]);
  });

  it('are one alone where the scenario says 1 or nothing: the same result in every byte', () => {
    const alone = runWithLua(shop({}), addOne);
    for (const controllers of [1, { count: 1 }, { count: 1, shared: true }]) {
      expect(runWithLua(shop({ controllers }), addOne)).toEqual(alone);
    }
    expect(decisionsOf(alone)[0]).not.toHaveProperty('controller');
  });

  it('are one for a manifest, and its findings say why', () => {
    const spec = { kind: 'manifest' as const, fileName: 'hpa.yaml', path: 'hpa.yaml', params: {}, metricNames: {} };
    const binding = { ...spec, code: hpaText({ max: 10, cpu: 50 }) };
    const run = (input: ScenarioInput) => runWithLua(input, undefined, { bindings: { web: binding } });
    const [several, one] = [run(shop({ controllers: 12 })), run(shop({}))];
    expect(several.measures).toEqual(one.measures);
    expect(several.findings).toContain(
      'web: runs once, not in each of 12 controllers: its platform lets one controller act, elected among those that stand by',
    );
  });

  it('are named by --events and by explain --at', () => {
    const told: Record<string, unknown>[] = [];
    const onEvent = (event: Record<string, unknown>) => told.push(event);
    const { detail } = runWithLua(shop({ controllers: 3 }), addOne, { onEvent });
    expect(told.filter(({ kind }) => kind === 'decision').map(({ controller }) => controller)).toEqual([1, 2, 3]);
    // safe: decisionAt reads these two fields only
    expect(decisionAt(detail as unknown as PolicyResult, 60)).toEqual([
      'web: at 00:01:00: wanted 4 -> 5 (accepted), by controller 3',
      '    reason  saw 4',
      '    with    2 decisions of other controllers at the same instant: 2 -> 5 in all',
    ]);
  });
});

describe('what controllers share', () => {
  const groups = (settings: Shop['controllers']) => {
    const maps = new Map<object, number>();
    return controllerPlaces(settings as Parameters<typeof controllerPlaces>[0]).map(({ sharedData }) => {
      if (!maps.has(sharedData)) maps.set(sharedData, maps.size);
      return maps.get(sharedData);
    });
  };

  it.each<[string, Shop['controllers'], number[]]>([
    ['a number: each its own', 4, [0, 1, 2, 3]],
    ['false: each its own', { count: 3, shared: false }, [0, 1, 2]],
    ['true: one for all', { count: 4, workers: 2, shared: true }, [0, 0, 0, 0]],
    ['gateway: one for the workers of each', { count: 6, workers: 2, shared: 'gateway' }, [0, 0, 1, 1, 2, 2]],
    ['gateway without workers: one gateway', { count: 3, shared: 'gateway' }, [0, 0, 0]],
  ])('%s', (_, settings, expected) => {
    expect(groups(settings)).toEqual(expected);
  });

  it('counts workers from 0 in every gateway, and makes new dictionaries for each run', () => {
    const settings = { count: 4, workers: 2, shared: true } as const;
    expect(controllerPlaces(settings).map(({ workerId, workerCount }) => [workerId, workerCount])).toEqual([
      [0, 2],
      [1, 2],
      [0, 2],
      [1, 2],
    ]);
    expect(controllerPlaces(settings)[0].sharedData).not.toBe(controllerPlaces(settings)[0].sharedData);
    expect(controllerPlaces(undefined)).toMatchObject([{ index: 0, workerId: 0, workerCount: 1 }]);
  });
});

it.each([{ policy: 'none' }, { perRequest: { idleTimeout: '1m' } }])(
  'controllers without a policy to run are a warning: %j',
  (scaling) => {
    const functions = { web: { instance: { concurrency: 1 }, scaling: { max: 2, controllers: 2, ...scaling } } };
    const found = checkRules(parseScenario({ ...shop({}), services: functions }));
    expect(found).toContainEqual(expect.objectContaining({ code: 'controllers-without-policy', isWarning: true }));
  },
);
