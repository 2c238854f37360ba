import { describe, expect, it } from 'vitest';
import { type LagPart, type LagParts, lagParts, lagSentence } from '../../src/results/lagBudget.js';

const none: LagParts = { metric_s: 0, decision_s: 0, limit_s: 0, api_s: 0, startup_s: 0, slow_start_s: 0 };
const inSeconds = (seconds: number) => `${seconds} s`;

describe('the sentence about a lag', () => {
  it('names the largest part', () => {
    const parts = { ...none, metric_s: 60, startup_s: 150, api_s: 40 };
    expect(lagSentence({ total_s: 250, parts }, inSeconds)).toBe(
      'Of 250 s from the jump to enough instances, 150 s were startup.',
    );
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
