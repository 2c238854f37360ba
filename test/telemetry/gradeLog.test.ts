import { expect, it } from 'vitest';
import { InstanceTable } from '../../src/fleet/instanceTable.js';
import type { JournalPage } from '../../src/record/journal.js';
import { TokenBlock, tokenEvent, verdict } from '../../src/record/tokenBlock.js';
import { GradeLog } from '../../src/telemetry/gradeLog.js';

it('counts the grade of an answer once, at its service, whatever comes to its place on the page later', () => {
  const table = new InstanceTable();
  const instance = table.allocate(0, 0);
  const log = new GradeLog({ table, serviceCount: 2, delaySeconds: 1 });
  const tokens = new TokenBlock({ hasConsumers: false, judge: { judge: () => 0 } });
  const page = { tokens } as unknown as JournalPage; // safe: grades are read of nothing else
  tokens.kinds[0] = tokenEvent.answered;
  tokens.verdicts[0] = verdict.known | verdict.right | verdict.graded;
  tokens.instances[0] = instance;
  tokens.seconds[0] = 5;
  tokens.count = 1;
  log.read(page);
  tokens.clear();
  // A preemption has no verdict: what stands in the column is the answer's.
  for (const kind of [tokenEvent.preempted, tokenEvent.firstToken, tokenEvent.cached]) {
    tokens.kinds[0] = kind;
    tokens.services[0] = 1;
    tokens.seconds[0] = 6;
    tokens.count = 1;
    log.read(page);
    tokens.clear();
  }
  const { gradedOfServices, rightOfServices, graded } = log.snapshot(100);
  expect([...gradedOfServices]).toEqual([1, 0]);
  expect([...rightOfServices]).toEqual([1, 0]);
  expect(graded[instance]).toBe(1);
});
