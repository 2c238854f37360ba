import { ProblemError } from '../base/problem.js';
import { PolicyFault } from '../policy/policy.js';
import type { CellOutcome, CellTask } from './cellTask.js';
import { EventFile } from './eventFile.js';
import { runOnce } from './runOnce.js';
import { Watch } from './watch.js';

/** The entry of a worker thread: one run, its end as data. */
export function runCell(task: CellTask): CellOutcome {
  const watch = new Watch(task.watch);
  const events = task.eventsPath === undefined ? undefined : new EventFile(task.eventsPath);
  try {
    const result = runOnce({
      scenario: task.scenario,
      scenarioFolder: task.scenarioFolder,
      bindings: task.bindings,
      replication: task.replication,
      detail: task.detail,
      ...(task.environment === undefined ? {} : { environment: task.environment }),
      onProgress: (virtualSeconds) => watch.progress(virtualSeconds),
      onPolicy: (virtualSeconds, isInside) => watch.note(virtualSeconds, isInside),
      ...(events === undefined ? {} : { onEvent: (event) => events.write(event) }),
    });
    return { type: 'done', result };
  } catch (thrown) {
    return outcomeOf(thrown);
  } finally {
    events?.close();
  }
}

function outcomeOf(thrown: unknown): CellOutcome {
  if (thrown instanceof PolicyFault) {
    const { kind, message, timeSeconds } = thrown;
    return { type: 'failed', failure: { kind, message, time_s: timeSeconds ?? null } };
  }
  if (thrown instanceof ProblemError) return { type: 'problems', problems: thrown.problems, exitCode: thrown.exitCode };
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  return { type: 'bug', message: error.message, stack: error.stack ?? '' };
}
