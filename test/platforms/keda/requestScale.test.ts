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

  it('renews the cooldown at every active poll, but not when another trigger failed', () => {
    expect(requestScale({ ...request, isActive: true }, rules).isActive).toBe(true);
    expect(requestScale({ ...request, isActive: true, hasError: true }, rules).isActive).toBe(false);
    expect(requestScale({ ...request, currentCount: 0, isActive: true, hasError: true }, rules).isActive).toBe(true);
  });
});
