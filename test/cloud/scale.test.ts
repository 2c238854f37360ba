import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Cloud } from '../../src/cloud/cloud.js';
import { type CloudSettings, cloudSchema } from '../../src/cloud/settings.js';
import { openStream } from '../../src/random/keyedStream.js';
import { FleetStage } from '../fleet/fleetStage.js';

const bounds = { minCount: 1, maxCount: 8 };

/** A cloud of two services with one fleet each, in virtual time. */
class CloudStage {
  readonly stages = [new FleetStage({ initialCount: 2 }), new FleetStage({ initialCount: 1 })];
  readonly cloud: Cloud;
  isOut = false;

  constructor(settings: Parameters<typeof cloudSchema.parse>[0]) {
    this.cloud = new Cloud({
      // safe: the schema's own output.
      settings: cloudSchema.parse(settings) as CloudSettings,
      bounds: [bounds, bounds],
      errorStream: openStream({ seed: 1, replication: 0, owner: 'cloud', purpose: 'error' }),
      isOut: () => this.isOut,
      nowSeconds: () => this.nowSeconds,
    });
    this.cloud.serve(this.stages.map(({ fleet }) => fleet));
  }

  get nowSeconds(): number {
    return this.stages[0].nowSeconds;
  }

  runTo(seconds: number): void {
    for (const stage of this.stages) stage.runTo(seconds);
  }

  /** Desired of all services, and those that still drain. */
  get takenCount(): number {
    return this.stages.reduce((sum, { fleet }) => sum + fleet.desired + fleet.drainingCount, 0);
  }
}

const decisions = fc.array(
  fc.record({
    service: fc.nat({ max: 1 }),
    desired: fc.oneof(fc.integer({ min: 0, max: 11 }), fc.constantFrom(2.2, 4.5)),
    gapSeconds: fc.constantFrom(0, 5, 20, 60),
    isRequest: fc.boolean(),
    isStrict: fc.boolean(),
    isBusy: fc.boolean(),
    turnsOutage: fc.integer({ min: 0, max: 9 }),
  }),
  { maxLength: 50, size: 'max' },
);

describe('a wish at the cloud', () => {
  it('gets what bounds, rate limit, outages, quota and capacity leave of it, and the entry says which', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(decisions, fc.constantFrom(undefined, 4, 9), fc.constantFrom(undefined, 2), (list, quota, calls) => {
        const stage = new CloudStage({
          ...(quota === undefined ? {} : { quota }),
          capacity: [{ at: '60s', available: 6 }],
          api: calls === undefined ? {} : { rateLimit: { calls, per: '30s' } },
        });
        let callTimes: number[] = [];
        for (const { service, desired, gapSeconds, isRequest, isStrict, isBusy, turnsOutage } of list) {
          stage.runTo(stage.nowSeconds + gapSeconds);
          if (turnsOutage === 0) stage.isOut = !stage.isOut;
          const { fleet } = stage.stages[service];
          // A busy one drains for a while, and takes room meanwhile.
          if (isBusy) for (const instance of fleet.ready) stage.stages[service].begin(instance);
          const now = stage.nowSeconds;
          const before = fleet.desired;
          const room = Math.min(quota ?? Infinity, now >= 60 ? 6 : Infinity) - (stage.takenCount - before);
          const whole = Math.ceil(desired);
          const bounded = Math.min(8, Math.max(1, whole));
          callTimes = callTimes.filter((time) => time > now - 30);
          const isCall = bounded !== before || isRequest;
          const isThrottled = isCall && callTimes.length >= (calls ?? Infinity);
          if (isCall && !isThrottled) callTimes.push(now);

          const entry = stage.cloud.scale(service, { desired, isRequest, isStrict });
          seen.add(entry.result);
          const cut = whole === bounded ? 'accepted' : 'clamped';
          const granted = bounded <= before ? bounded : Math.max(before, Math.min(bounded, room));
          const expected = !isCall
            ? [before, cut]
            : isThrottled
              ? [before, 'throttled']
              : stage.isOut
                ? [before, 'failed']
                : isStrict && cut === 'clamped'
                  ? [before, cut]
                  : [granted, granted < bounded ? 'refused' : cut];
          expect([entry.applied, entry.result]).toEqual(expected);
          expect([entry.timeSeconds, entry.before, entry.wished, entry.desired]).toEqual([now, before, desired, whole]);
          expect(fleet.desired).toBe(entry.applied);
          const by = {
            refused: quota === 4 ? 'cloud.quota' : undefined,
            throttled: 'cloud.api.rateLimit',
            failed: 'cloud.api',
          };
          const why = entry.result === 'accepted' || entry.result === 'clamped' ? undefined : by[entry.result];
          if (why !== undefined) expect(entry.held).toEqual({ wanted: whole, by: why });
          else if (entry.result !== 'refused') expect(entry.held?.by).toBe(whole > 8 ? 'scaling.max' : undefined);
          stage.runTo(stage.nowSeconds);
        }
      }),
      { numRuns: 50 },
    );
    expect([...seen].sort()).toEqual(['accepted', 'clamped', 'failed', 'refused', 'throttled']);
  });

  it('names the smaller of quota and capacity', () => {
    const stage = new CloudStage({ quota: 9, capacity: [{ at: '60s', available: 6 }] });
    expect(stage.cloud.scale(0, { desired: 8 }).result).toBe('accepted');
    expect(stage.cloud.scale(1, { desired: 8 }).held).toEqual({ wanted: 8, by: 'cloud.quota' });
    stage.runTo(60);
    expect(stage.cloud.scale(1, { desired: 8 }).held).toEqual({ wanted: 8, by: 'cloud.capacity' });
  });

  it('says what a maximum of the policy itself cut before it came, and what it wanted', () => {
    const { cloud } = new CloudStage({});
    const atMaximum = { wanted: 12.5, setting: 'maxReplicas' };
    expect(cloud.scale(0, { desired: 5, atMaximum }).held).toEqual({ wanted: 13, by: 'maxReplicas' });
    expect(cloud.scale(0, { desired: 9, atMaximum }).held).toEqual({ wanted: 13, by: 'scaling.max' });
  });

  it('that names an instance takes that one or does nothing', () => {
    const stage = new CloudStage({});
    stage.cloud.scale(0, { desired: 0, instance: 0 });
    stage.runTo(1);
    expect(stage.stages[0].fleet.readyCount).toBe(2);
    stage.cloud.scale(0, { desired: 1, instance: 0 });
    stage.runTo(2);
    expect(stage.stages[0].launchesOf(stage.stages[0].fleet.ready)).toEqual([1]);
    // One for another: the fleet starts what it then lacks.
    stage.cloud.scale(0, { desired: 1, instance: 1, isRequest: true });
    stage.runTo(3);
    expect(stage.stages[0].launchesOf(stage.stages[0].fleet.alive())).toEqual([2]);
  });

  it('fails as often as the error rate says, and a failed one changes nothing', () => {
    const stage = new CloudStage({ api: { errorRate: 0.3 } });
    let failedCount = 0;
    for (let call = 0; call < 2_000; call++) {
      const before = stage.stages[0].fleet.desired;
      const { result } = stage.cloud.scale(0, { desired: 1 + (call % 5), isRequest: true });
      if (result === 'failed') failedCount++;
      expect(stage.stages[0].fleet.desired).toBe(result === 'failed' ? before : 1 + (call % 5));
    }
    // Four standard deviations of 2,000 draws.
    expect(Math.abs(failedCount - 600)).toBeLessThan(4 * Math.sqrt(2_000 * 0.3 * 0.7));
  });
});

describe('launches', () => {
  it('fit while fewer live, of all services, than the provider has, and none while its API is out', () => {
    const stage = new CloudStage({ capacity: [{ at: '10s', available: 4 }] });
    expect(stage.cloud.canLaunch(0)).toBe(true);
    stage.cloud.scale(1, { desired: 2 });
    stage.runTo(10);
    expect(stage.cloud.canLaunch(0)).toBe(false);
    stage.cloud.scale(0, { desired: 1 });
    stage.runTo(11);
    expect(stage.cloud.canLaunch(0)).toBe(true);
    stage.isOut = true;
    expect(stage.cloud.canLaunch(0)).toBe(false);
    expect(stage.cloud.read()).toBe('failed');
  });
});
