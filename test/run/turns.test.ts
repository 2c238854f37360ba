import { describe, expect, it } from 'vitest';
import { Turns } from '../../src/run/turns.js';

describe('turns', () => {
  it.each([0, -1, Number.NaN])('are never %s: whoever asked would wait forever', (limit) => {
    expect(() => new Turns(limit)).toThrow(RangeError);
  });

  it('come in the order they were asked for, so many at once', async () => {
    const turns = new Turns(2);
    const seen: string[] = [];
    const work = (name: string) =>
      turns.take(async () => {
        seen.push(`${name} begins`);
        await Promise.resolve();
        seen.push(`${name} ends`);
      });
    await Promise.all(['a', 'b', 'c'].map(work));
    expect(seen.slice(0, 2)).toEqual(['a begins', 'b begins']);
    expect(seen.indexOf('c begins')).toBeGreaterThan(seen.indexOf('a ends'));
  });
});
