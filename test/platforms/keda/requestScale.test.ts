import { describe, expect, it } from 'vitest';
import { requestScale, type ScaleRequest, type ScaleRules } from '../../../src/platforms/keda/requestScale.js';

const rules: ScaleRules = {
  minCount: 0,
  idleCount: undefined,
  cooldownSeconds: 300,
  initialCooldownSeconds: 120,
  fallbackCount: undefined,
  isPaused: false,
  isScaleInPaused: false,
  isScaleOutPaused: false,
  isForcedActive: false,
};

const request: ScaleRequest = {
  nowSeconds: 1000,
  currentCount: 4,
  isActive: false,
  hasError: false,
  lastActiveSeconds: 900,
  createdSeconds: 0,
};

interface Case {
  readonly claim: string;
  readonly request?: Partial<ScaleRequest>;
  readonly rules?: Partial<ScaleRules>;
  readonly count: number;
  readonly rule: string;
}

const cases: readonly Case[] = [
  { claim: 'holds during the cooldown', count: 4, rule: 'scale-in cooldown' },
  { claim: 'holds exactly at its end', request: { nowSeconds: 1200 }, count: 4, rule: 'scale-in cooldown' },
  { claim: 'stops after it', request: { nowSeconds: 1200.001 }, count: 0, rule: 'idle' },
  {
    claim: 'waits the initial cooldown when never active',
    request: { lastActiveSeconds: undefined, nowSeconds: 120 },
    count: 4,
    rule: 'scale-in cooldown',
  },
  {
    claim: 'stops after the initial cooldown',
    request: { lastActiveSeconds: undefined, nowSeconds: 121 },
    count: 0,
    rule: 'idle',
  },
  {
    claim: 'leaves the step down to a minimum above 0 to the HPA',
    request: { nowSeconds: 9999 },
    rules: { minCount: 2 },
    count: 4,
    rule: 'inactive',
  },
  { claim: 'raises a count below the minimum', rules: { minCount: 6 }, count: 6, rule: 'minimum' },
  {
    claim: 'does not raise it while idle is allowed',
    request: { currentCount: 0 },
    rules: { minCount: 6, idleCount: 0 },
    count: 0,
    rule: 'inactive',
  },
  {
    claim: 'goes to idle from any count',
    request: { nowSeconds: 9999 },
    rules: { minCount: 2, idleCount: 0 },
    count: 0,
    rule: 'idle',
  },
  {
    claim: 'starts at the minimum',
    request: { currentCount: 0, isActive: true },
    rules: { minCount: 3 },
    count: 3,
    rule: 'activation',
  },
  {
    claim: 'starts from below the minimum where idle is allowed',
    request: { currentCount: 1, isActive: true },
    rules: { minCount: 3, idleCount: 0 },
    count: 3,
    rule: 'activation',
  },
  { claim: 'leaves a running target to the HPA', request: { isActive: true }, count: 4, rule: 'active' },
  {
    claim: 'starts by force',
    request: { currentCount: 0 },
    rules: { isForcedActive: true },
    count: 1,
    rule: 'activation',
  },
  {
    claim: 'does not start while scale-out is paused',
    request: { currentCount: 0, isActive: true },
    rules: { isScaleOutPaused: true },
    count: 0,
    rule: 'scale-out paused',
  },
  {
    claim: 'does not stop while scale-in is paused',
    request: { nowSeconds: 9999 },
    rules: { isScaleInPaused: true },
    count: 4,
    rule: 'scale-in paused',
  },
  {
    claim: 'holds on an error without a fallback',
    request: { nowSeconds: 9999, hasError: true },
    count: 4,
    rule: 'error: held',
  },
  {
    claim: 'holds on an error for the fallback',
    request: { nowSeconds: 9999, hasError: true },
    rules: { fallbackCount: 3 },
    count: 4,
    rule: 'error: held for the fallback',
  },
  {
    claim: 'stops on an error with a fallback to 0',
    request: { nowSeconds: 9999, hasError: true },
    rules: { fallbackCount: 0 },
    count: 0,
    rule: 'idle',
  },
  {
    claim: 'does nothing while paused',
    request: { currentCount: 0, isActive: true },
    rules: { isPaused: true, isForcedActive: true },
    count: 0,
    rule: 'paused',
  },
];

describe('the decision of a poll', () => {
  for (const { claim, request: changed, rules: changedRules, count, rule } of cases) {
    it(claim, () => {
      expect(requestScale({ ...request, ...changed }, { ...rules, ...changedRules })).toMatchObject({ count, rule });
    });
  }

  it('counts as activity where a target runs or starts because a trigger is active, and nowhere else', () => {
    for (const { claim, request: changed, rules: changedRules, rule } of cases) {
      const { isActive } = requestScale({ ...request, ...changed }, { ...rules, ...changedRules });
      expect(isActive, claim).toBe(rule === 'active' || rule === 'activation');
    }
    const partly = { ...request, isActive: true, hasError: true };
    expect(requestScale(partly, rules)).toMatchObject({ count: 4, isActive: false, rule: 'active in part' });
  });

  it.each([
    [1, 2, 2, 'active'],
    [1, 1, 2, 'activation'],
    [1, 0, 2, 'activation'],
    [undefined, 1, 1, 'active'],
    [undefined, 0, 2, 'activation'],
  ])('with idle at %s and %d running there are %d once active', (idleCount, currentCount, count, rule) => {
    const answer = requestScale({ ...request, currentCount, isActive: true }, { ...rules, minCount: 2, idleCount });
    expect(answer).toMatchObject({ count, rule });
  });

  it('says since when nothing was active', () => {
    const since = (lastActiveSeconds: number | undefined, createdSeconds = 7) =>
      requestScale({ ...request, lastActiveSeconds, createdSeconds, nowSeconds: 9999 }, rules).reason;
    expect(since(900)).toBe('inactive since 900 s');
    expect(since(undefined)).toBe('inactive since 7 s');
  });

  it('renews the cooldown at every active poll, but not when another trigger failed', () => {
    expect(requestScale({ ...request, isActive: true }, rules).isActive).toBe(true);
    expect(requestScale({ ...request, isActive: true, hasError: true }, rules).isActive).toBe(false);
    expect(requestScale({ ...request, currentCount: 0, isActive: true, hasError: true }, rules).isActive).toBe(true);
  });
});
