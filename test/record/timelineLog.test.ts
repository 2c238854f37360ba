import { describe, expect, it } from 'vitest';
import { TimelineLog } from '../../src/record/timelineLog.js';

describe('the curves of a run', () => {
  it('show no cpu below 0 where a sum comes out a little lower than before', () => {
    const log = new TimelineLog(1, 20);
    const sample = { desired: 1, ready: 1, starting: 0, queue: 0, servingVcpus: 1 };
    for (const busyVcpuSeconds of [1.5, 1.5 - 2 ** -52]) log.sample([{ ...sample, busyVcpuSeconds }], true);
    expect(log.curves[0].cpu.at(-1)).toBe(0);
  });
});
