import { describe, expect, it } from 'vitest';
import { type LagPart, type LagParts, lagParts, lagSentence, longestPhase } from '../../src/results/lagBudget.js';

const none: LagParts = { metric_s: 0, decision_s: 0, limit_s: 0, api_s: 0, startup_s: 0, slow_start_s: 0 };
const inSeconds = (seconds: number) => `${seconds} s`;

describe('the sentence about a lag', () => {
  it('names the largest part', () => {
    const parts = { ...none, metric_s: 60, startup_s: 150, api_s: 40 };
    expect(lagSentence({ total_s: 250, parts }, inSeconds)).toBe(
      'Of 250 s from the jump to enough instances, 150 s were startup.',
    );
  });

  it('names the first of equal parts, and the phase of a startup that took longest', () => {
    const parts = { ...none, metric_s: 20, decision_s: 60, startup_s: 60, slow_start_s: 60 };
    expect(lagSentence({ total_s: 200, parts }, inSeconds)).toContain('200 s from the jump to enough instances, 60 s ');
    const startup = { total_s: 100, parts: { ...none, startup_s: 100 }, startup_phases_s: { image: 30, weights: 70 } };
    expect(lagSentence(startup, inSeconds)).toBe(
      'Of 100 s from the jump to enough instances, 100 s were startup, 70 s of them weights.',
    );
    const other = { ...startup, parts: { ...none, api_s: 100 } };
    expect(lagSentence(other, inSeconds)).not.toContain('weights');
  });

  it('has the first of equal phases as the longest, and none of those that took no time', () => {
    expect(longestPhase({ image: 30, weights: 70, init: 70 })).toEqual({ name: 'weights', seconds: 70 });
    expect(longestPhase({ image: 0 })).toBeUndefined();
    expect(longestPhase(undefined)).toBeUndefined();
  });

  it.each(lagParts.map((part): [LagPart] => [part]))('is a sentence for %s', (part) => {
    const sentence = lagSentence({ total_s: 10, parts: { ...none, [part]: 10 } }, inSeconds);
    expect(sentence).toMatch(/^Of 10 s from the jump to enough instances, 10 s (were|passed) [a-z ]+\.$/);
  });

  it('counts from the decision where the need is not known in advance', () => {
    const since = 'decision' as const;
    expect(lagSentence({ total_s: 90, parts: { ...none, startup_s: 90 }, since }, inSeconds)).toBe(
      'Of 90 s from the decision to enough instances, 90 s were startup.',
    );
    expect(lagSentence({ total_s: 0, parts: none, since }, inSeconds)).toBe(
      'Enough instances were ready when they were asked for.',
    );
    expect(lagSentence({ total_s: null, parts: null, since }, inSeconds)).toMatch(/until fewer were asked for/);
  });

  it('says when there was no lag, and when the need was over first', () => {
    expect(lagSentence({ total_s: 0, parts: none }, inSeconds)).toBe(
      'Enough instances were ready when the need arose.',
    );
    expect(lagSentence({ total_s: null, parts: null, unanswered_s: 900 }, inSeconds)).toBe(
      'Never answered: until the need was over or the run ended, 900 s long, too few instances were ready.',
    );
  });
});
