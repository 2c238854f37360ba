import { describe, expect, it } from 'vitest';
import { type RolloutCheck, type RolloutRun, rolloutFindings, rolloutResults } from '../../src/results/rollouts.js';

const check = (parts: Partial<RolloutCheck> = {}): RolloutCheck => ({
  name: 'quality',
  limit: 0.02,
  old_count: 200,
  new_count: 100,
  old: 0.9,
  new: 0.8,
  low: 0.03,
  high: 0.17,
  broken: false,
  ...parts,
});
const unjudged = (name: RolloutCheck['name'], old_count: number, new_count: number): RolloutCheck => ({
  name,
  limit: 0.02,
  old_count,
  new_count,
  broken: false,
});
const run = (parts: Partial<RolloutRun> = {}): RolloutRun => ({
  route: 'chat',
  from: 'old',
  to: 'next',
  steps: [
    { from_s: 0, percent: 10, checks: [check()] },
    { from_s: 600, percent: 100, checks: [] },
  ],
  ...parts,
});
const aborted = (broken: RolloutCheck, aborted_s = 600): RolloutRun =>
  run({ aborted_s, steps: [{ from_s: 0, percent: 10, checks: [check(), broken] }] });
const say = (...runs: RolloutRun[]) => rolloutFindings(rolloutResults(runs.map((one) => [one])))[0];

describe('rollouts of several runs', () => {
  it('are those of the shown run, with in how many runs each was aborted', () => {
    const [kept, gone] = [run(), aborted(check({ broken: true }), 0)];
    const runs = [[kept, kept], [gone, kept], [gone]];
    expect(rolloutResults(runs)).toEqual([
      { ...kept, runs: 3, aborted_runs: 2 },
      { ...kept, runs: 3, aborted_runs: 0 },
    ]);
    expect(rolloutResults(runs, runs[2])).toEqual([{ ...gone, runs: 3, aborted_runs: 2 }]);
    expect(rolloutResults([])).toEqual([]);
  });
});

describe('the sentence about a rollout', () => {
  it('says how far it came', () => {
    expect(say(run())).toBe('route chat: next was rolled out up to 100 %');
  });

  it('says in how many runs it ended otherwise', () => {
    const gone = aborted(check({ broken: true }));
    expect(say(run(), gone)).toContain('rolled out up to 100 % (rolled back in 1 of 2 runs)');
    expect(say(run(), run())).toContain('(rolled back in 0 of 2 runs)');
    expect(say(gone, gone)).toContain('(rolled back in all of 2 runs)');
    expect(say(gone)).not.toContain('runs');
  });

  it('says what was worse, in the units of the check', () => {
    const quality = check({ broken: true, old: 0.912, new: 0.805, low: 0.0312 });
    expect(say(aborted(quality, 630))).toBe(
      'route chat: next was rolled back after 10.5 min, at 10 %: 80.5 % of the graded answers right with next, 91.2 % with old; at least 3.1 points worse, 2 allowed',
    );
    const errors = check({ name: 'error_rate', limit: 0.005, broken: true, old: 0, new: 0.1, low: 0.05 });
    expect(say(aborted(errors))).toContain(
      '10.0 % of the tries errors with next, 0.0 % with old; at least 5.0 points worse, 0.5 allowed',
    );
    const late = check({ name: 'ttft_p95_ratio', limit: 1.2, broken: true, old: 0.4, new: 0.8765, low: 1.5 });
    expect(say(aborted(late))).toContain(
      'TTFT p95 0.876 s with next, 0.400 s with old; at least 1.50 times as long, 1.2 allowed',
    );
  });

  it('says at which steps there were too few answers to judge by', () => {
    const steps = [
      { from_s: 0, percent: 10, checks: [unjudged('quality', 90, 10), unjudged('error_rate', 5, 50)] },
      { from_s: 600, percent: 30, checks: [unjudged('quality', 80, 30), check({ name: 'error_rate' })] },
      { from_s: 1200, percent: 60, checks: [unjudged('quality', 70, 75)] },
    ];
    expect(say(run({ steps }))).toBe(
      'route chat: next was rolled out up to 60 %; quality was not judged at 10 % (10), 30 % (30) and 60 % (70): too few answers; error_rate was not judged at 10 % (5): too few answers',
    );
  });
});
