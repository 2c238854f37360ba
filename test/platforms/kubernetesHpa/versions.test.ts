import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../../src/base/problem.js';
import { applyParams } from '../../../src/platforms/applyParams.js';
import { kubernetesHpa } from '../../../src/platforms/kubernetesHpa/kubernetesHpa.js';
import type { Manifest } from '../../../src/platforms/platform.js';
import { cpuAt, FakeFleet, objectOf, onePerUnit, plainSource, readText } from './fakeFleet.js';

function read(spec: Record<string, unknown>, version?: number | string): Manifest {
  const source = plainSource(objectOf(spec));
  const params = version === undefined ? {} : { kubernetesVersion: version };
  const { value } = applyParams(source.value, params, { optional: kubernetesHpa.settable(source) });
  return kubernetesHpa.read({ ...source, value }, { metricNames: {} });
}

const codes = (manifest: Manifest) => manifest.lint().map(({ level, code }) => `${level} ${code}`);
const quick = { scaleDown: { stabilizationWindowSeconds: 0 } };
const toZero = (version?: number | string, more: object = {}) =>
  read({ minReplicas: 0, maxReplicas: 20, metrics: [onePerUnit], behavior: quick, ...more }, version);
const queue = (time: number, depth: number) => ({ time, metrics: { queue_depth: depth } });

describe('a target at 0 replicas', () => {
  it.each([
    ['that somebody else took there stays, in 1.37', undefined, 0],
    ['stays in 1.36 too', 1.36, 0],
    ['was woken until 1.35', 1.35, 4],
    ['was woken until 1.35', '1.30', 4],
    // A parameter 1.30 arrives as the number 1.3.
    ['was woken until 1.35', 1.3, 4],
  ])('%s (%s)', (_claim, version, expected) => {
    const fleet = new FakeFleet(toZero(version), 0);
    expect(fleet.sync(queue(15, 40)).desired).toBe(expected);
  });

  it('is woken when the autoscaler took it there, and not after somebody set it to 0 again', () => {
    const fleet = new FakeFleet(toZero(), 2);
    expect(fleet.sync(queue(0, 0)).desired).toBe(0);
    expect(fleet.sync(queue(15, 0))).toMatchObject({ desired: 0, rule: expect.stringContaining('target met') });
    expect(fleet.sync(queue(30, 3)).desired).toBe(3);
    fleet.desired = 0;
    expect(fleet.sync(queue(45, 9))).toMatchObject({ desired: 0, rule: 'off at 0 replicas' });
  });

  it('has 0 a pod in its reason', () => {
    const fleet = new FakeFleet(toZero(1.35), 0);
    expect(fleet.sync(queue(15, 40)).reason).toBe('queue_depth 0 a pod of target 1 -> 40; ScaleUpLimit 4');
  });

  it('never goes from 0 unless this autoscaler brought it to 0, whatever the queue', () => {
    const depths = fc.array(fc.record({ depth: fc.nat(9), byHand: fc.option(fc.nat(3), { nil: undefined }) }), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(depths, (syncs) => {
        const fleet = new FakeFleet(toZero(), 3);
        let isOwnZero = false;
        syncs.forEach(({ depth, byHand }, index) => {
          const before = fleet.desired;
          if (byHand !== undefined) fleet.desired = byHand;
          // A change by hand that passes by 0 leaves the condition as it was.
          const from = fleet.desired;
          const { desired } = fleet.sync(queue(15 * index, depth));
          if (from === 0 && !isOwnZero) expect(desired).toBe(0);
          if (desired !== from) isOwnZero = desired === 0;
          expect(before).toBeGreaterThanOrEqual(0);
        });
      }),
      { numRuns: 200 },
    );
  });
});

describe('what a version has', () => {
  const behavior = { scaleUp: { tolerance: '50m' } };
  const tolerant = (version?: number) =>
    read({ minReplicas: 2, maxReplicas: 9, metrics: [cpuAt(50)], behavior }, version);

  it.each([
    [undefined, ['warning tolerance-version'], 'from 10 % below to 5 % above'],
    [1.35, ['warning tolerance-version'], 'from 10 % below to 5 % above'],
    [1.34, ['error tolerance-dropped'], 'within 10 %'],
    [1.33, ['error tolerance-dropped'], 'within 10 %'],
  ])('tolerance in %s', (version, lints, band) => {
    expect(codes(tolerant(version))).toEqual(lints);
    expect(tolerant(version).explain().join(' ')).toContain(
      `while the load is ${band} of the target`.replace(/ of the target$/, ''),
    );
  });

  it('tolerance before 1.33 is an unknown field', () => {
    expect(() => tolerant(1.32)).toThrow(/1\.32 has no field `tolerance`/);
  });

  it.each([
    [undefined, 'warning scale-to-zero-version'],
    [1.36, 'error scale-to-zero-gate'],
    [1.28, 'error scale-to-zero-gate'],
  ])('minReplicas 0 in %s', (version, lint) => {
    expect(codes(toZero(version))).toEqual([lint]);
    expect(toZero(version).explain().join(' ')).toContain(`Kubernetes 1.${String(version ?? 1.37).slice(2)}`);
  });

  it.each([1.22, 1.38, 2, 'new', '1.x', '', -1])('%s is none', (version) => {
    expect(() => toZero(version)).toThrow(ProblemError);
  });

  it('is a parameter and no field of a manifest', () => {
    const text =
      'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nkubernetesVersion: 1.36\nspec: { maxReplicas: 3, scaleTargetRef: { kind: Deployment, name: web } }\n';
    expect(() => readText(text)).toThrow(/unknown key "kubernetesVersion"/);
  });
});

describe('selectionStrategy', () => {
  it('is read, with a warning that no cluster has it', () => {
    const spec = { minReplicas: 2, maxReplicas: 9, metrics: [cpuAt(50)], selectionStrategy: 'OwnerReference' };
    expect(read(spec).warnings.map(({ code }) => code)).toEqual(['proposed-field']);
    expect(() => read({ ...spec, selectionStrategy: 'owner' })).toThrow(/LabelSelector, OwnerReference/);
  });
});

describe('fallback of an External metric', () => {
  const external = { ...onePerUnit.external, fallback: { replicas: 6, failureDurationSeconds: 180 } };
  const safe = (more: object = {}) =>
    read({ minReplicas: 1, maxReplicas: 20, metrics: [{ type: 'External', external }], ...more });
  const broken = (time: number) => ({ time, metrics: {} });

  it('takes the place of the metric once it has failed for that long, and ends with the failure', () => {
    const fleet = new FakeFleet(safe({ behavior: quick }), 2);
    const decisions = [0, 15, 165, 180].map((time) => fleet.sync(broken(time)));
    expect(decisions.map(({ desired }) => desired)).toEqual([2, 2, 2, 6]);
    expect(decisions[3]).toMatchObject({
      rule: 'fallback replicas',
      reason: 'queue_depth has failed for too long: fallback -> 6',
    });
    expect(fleet.sync(queue(195, 3)).desired).toBe(3);
    expect(fleet.sync(broken(210)).desired).toBe(3);
  });

  it('is explained', () => {
    expect(safe().explain()[2]).toBe('queue_depth: once it has failed for 3 min it asks for 6 instances.');
  });

  it('is one proposal among others: the largest wins', () => {
    const pods = {
      type: 'Pods',
      pods: { metric: { name: 'in_flight' }, target: { type: 'AverageValue', averageValue: '5' } },
    };
    const fleet = new FakeFleet(safe({ metrics: [{ type: 'External', external }, pods] }), 4);
    const busy = (time: number) => ({ time, metrics: { in_flight: 40 } });
    fleet.sync(busy(0));
    expect(fleet.sync(busy(180)).desired).toBeGreaterThan(6);
  });

  it('waits three minutes when it does not say, and no less', () => {
    const fallback = { replicas: 6 };
    const fleet = new FakeFleet(
      safe({ metrics: [{ type: 'External', external: { ...onePerUnit.external, fallback } }] }),
      2,
    );
    expect([0, 165, 180].map((time) => fleet.sync(broken(time)).desired)).toEqual([2, 2, 4]);
    const short = { ...onePerUnit.external, fallback: { replicas: 6, failureDurationSeconds: 60 } };
    expect(() => safe({ metrics: [{ type: 'External', external: short }] })).toThrow(/must be >= 180/);
  });
});
