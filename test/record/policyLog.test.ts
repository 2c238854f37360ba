import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PolicyEventWriter } from '../../src/engine/eventWriters.js';
import { PolicyLog } from '../../src/record/policyLog.js';

const limits = { lineCount: 5, characterCount: 1000 };
const lineOf = (text: string, timeSeconds = 0) => ({ timeSeconds, service: 'web', text });

describe('the log of a policy', () => {
  it('keeps the last lines within its limits, in order, and counts all', () => {
    const texts = fc.array(fc.string({ unit: 'binary', maxLength: 400 }), { maxLength: 60 });
    fc.assert(
      fc.property(texts, (all) => {
        const log = new PolicyLog(limits);
        for (const text of all) log.add(lineOf(text));
        const kept = log.lines.map(({ text }) => text);
        expect(log.totalCount).toBe(all.length);
        expect(kept).toEqual(all.slice(all.length - kept.length));
        expect(kept.length).toBeLessThanOrEqual(limits.lineCount);
        expect(kept.join('').length).toBeLessThanOrEqual(limits.characterCount);
        // No more is left out than must be.
        const room = limits.characterCount - 450 * 2;
        if (kept.length < Math.min(limits.lineCount, all.length))
          expect(kept.join('').length).toBeGreaterThan(room / 2);
      }),
    );
  });

  it('cuts a long line and says by how much', () => {
    const log = new PolicyLog({ lineCount: 5, characterCount: 5000 });
    log.add(lineOf('x'.repeat(90_000)));
    expect(log.lines[0].text).toBe(`${'x'.repeat(1000)}... (89000 more characters)`);
  });

  it('holds no more than what it shows, however much is printed', () => {
    const log = new PolicyLog({ lineCount: 100, characterCount: 20_000 });
    const before = process.memoryUsage().heapUsed;
    for (let count = 0; count < 3000; count++) {
      let text = '';
      // Put together as the interpreter does it: 32 bytes a character until something makes it flat.
      for (let index = 0; index < 5000; index++) text += String.fromCharCode(97 + (index % 26));
      log.add(lineOf(text));
    }
    // 3,000 such lines would be 480 MB; what is not collected yet is some tens.
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(200e6);
    expect(log.totalCount).toBe(3000);
  });
});

it('tells the event file whole lines up to 10 MB, then how many were left out, and nothing in between', () => {
  const told: Record<string, unknown>[] = [];
  const log = new PolicyEventWriter(limits, (event) => told.push(event));
  for (let index = 0; index < 112; index++) log.add(lineOf('ä'.repeat(45_000), index));
  log.add(lineOf('short', 112));
  log.end(600);
  expect(told.length).toBe(112);
  expect(told[0]).toEqual({ time_s: 0, kind: 'log', service: 'web', text: 'ä'.repeat(45_000) });
  expect(told.at(-1)).toEqual({ time_s: 600, kind: 'log_dropped', lines: 2 });
});
