import { describe, expect, it } from 'vitest';
import { StandingLog } from '../../src/record/standingLog.js';

describe('the log of what the gateway kept out', () => {
  it('ends a spell with the next word about it, with its instance, or with the run', () => {
    const log = new StandingLog();
    log.breaker('open', undefined, 1);
    log.ejection(true, 4, 2);
    log.breaker('open', 4, 3);
    log.breaker('half-open', undefined, 5);
    log.stopped(4, 6);
    log.breaker('closed', undefined, 7);
    log.ejection(true, 5, 8);
    expect(log.spells(9)).toEqual([
      { state: 'open', instance: undefined, fromSeconds: 1, untilSeconds: 5 },
      { state: 'ejected', instance: 4, fromSeconds: 2, untilSeconds: 6 },
      { state: 'open', instance: 4, fromSeconds: 3, untilSeconds: 6 },
      { state: 'half-open', instance: undefined, fromSeconds: 5, untilSeconds: 7 },
      { state: 'ejected', instance: 5, fromSeconds: 8, untilSeconds: 9 },
    ]);
  });

  it('keeps the longest of very many, in bounded memory, by their begin', () => {
    const log = new StandingLog();
    // Every hundredth lasts 60 s, the others 1 s.
    const secondsOf = (k: number) => (k % 100 === 0 ? 60 : 1);
    for (let k = 0; k < 50_000; k++) {
      log.ejection(true, k, 100 * k);
      log.ejection(false, k, 100 * k + secondsOf(k));
    }
    const spells = log.spells(5_000_000);
    expect(spells.length).toBe(1000);
    expect(spells.filter(({ fromSeconds, untilSeconds }) => untilSeconds - fromSeconds === 60).length).toBe(500);
    expect(spells).toEqual([...spells].sort((a, b) => a.fromSeconds - b.fromSeconds));
  });
});
