import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inkOf } from '../../src/report/terminal/ink.js';
import { curveLines } from '../../src/report/terminal/sparkline.js';
import type { Timeline } from '../../src/results/results.js';
import { samplePolicy, sampleScenario, sampleTimeline } from '../support/samplePolicy.js';

const cellCount = 60;
const stepSeconds = 10;

/** The cells drawn for a policy, and the key under the curves. */
function drawn(timeline: Timeline, aboveSlo?: readonly [number, number][]): { cells: string; text: string } {
  const durationSeconds = timeline.ready.length * timeline.step_s;
  const policy = {
    ...samplePolicy('hpa', [{}]),
    timeline: [timeline],
    ...(aboveSlo === undefined ? {} : { above_slo: [...aboveSlo] }),
  };
  const scenario = sampleScenario([policy], { duration_s: durationSeconds });
  const lines = curveLines([policy], { scenario, unicode: true, ink: inkOf(false), width: 86 });
  const row = lines.find((line) => line.startsWith('  hpa')) ?? '';
  return { cells: row.slice(14).padEnd(cellCount), text: lines.join('\n') };
}

/** Windows of one minute of which these numbers are bad, among `count`. */
function windowsOf(bad: ReadonlySet<number>, count: number) {
  const indexes = Array.from({ length: count }, (_, window) => window);
  return {
    from_s: 0,
    step_s: 60,
    judged: indexes.map(() => 100),
    good: indexes.map((window) => (bad.has(window) ? 50 : 100)),
  };
}

describe('a curve of the terminal', () => {
  const minutes = 120;
  const badMinutes = fc.array(fc.integer({ min: 0, max: minutes - 1 }), { maxLength: 40 });
  const shortSteps = fc.array(fc.integer({ min: 0, max: minutes * 6 - 1 }), { maxLength: 40 });

  it('marks a cell ! exactly if a minute in it was above the SLO, else < exactly if a step was short', () => {
    fc.assert(
      fc.property(badMinutes, shortSteps, (above, short) => {
        const [bad, lacking] = [new Set(above), new Set(short)];
        const steps = Array.from({ length: minutes * 6 }, (_, step) => step);
        const timeline: Timeline = {
          service: 'web',
          step_s: stepSeconds,
          rate: steps.map(() => 10),
          needed: steps.map(() => 8),
          desired: steps.map(() => 8),
          ready: steps.map((step) => (lacking.has(step) ? 7 : 9)),
          starting: steps.map(() => 0),
          p95_ms: steps.map(() => 1),
          cpu: steps.map(() => null),
          queue: steps.map(() => 0),
          slo_windows: windowsOf(bad, minutes),
        };
        const { cells, text } = drawn(timeline);
        for (let cell = 0; cell < cellCount; cell++) {
          const isAbove = bad.has(cell * 2) || bad.has(cell * 2 + 1);
          const isShort = Array.from({ length: 12 }, (_, step) => cell * 12 + step).some((step) => lacking.has(step));
          expect(cells[cell]).toMatch(isAbove ? '!' : isShort ? '<' : /[^!<]/);
        }
        expect(text.includes('above the SLO')).toBe(cells.includes('!'));
        expect(text.includes('fewer ready than needed')).toBe(cells.includes('<'));
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  it('states the least and the most needed, not means of cells', () => {
    const timeline = sampleTimeline(0);
    const needed = timeline.needed.map((_, step) => (step === 100 ? 40 : step === 200 ? 1 : 8));
    expect(drawn({ ...timeline, needed }).text).toContain('1 .. 40');
  });

  it('has no minute hidden in a day of cells', () => {
    const steps = Array.from({ length: 1440 }, (_, step) => step);
    const timeline = { ...sampleTimeline(0), step_s: 60 };
    const long = { ...timeline, needed: steps.map(() => 4), ready: steps.map(() => 5), desired: steps.map(() => 5) };
    expect(drawn(long, [[43_200, 43_260]]).cells.match(/!/g)).toHaveLength(1);
    expect(drawn(long, []).cells).not.toContain('!');
  });
});
