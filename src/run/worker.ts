import { types } from 'node:util';
import { ProblemError } from '../base/problem.js';
import { decideLog, policyLogOf, printedLog } from '../engine/printedLog.js';
import { runOnce } from '../engine/runOnce.js';
import { Touches } from '../engine/touches.js';
import { loadPolicy } from '../platforms/loadPolicy.js';
import { describeValue } from '../policy/describeValue.js';
import { listenToPulse } from '../policy/lua/pulse.js';
import { decideAll } from '../policy/openLoop.js';
import { PolicyFault } from '../policy/policy.js';
import { membersOf } from '../policy/policySpec.js';
import type { PolicyLog } from '../record/policyLog.js';
import type { RunEventLine } from '../record/runEvents.js';
import type { CellOutcome, CellTask, DecideResult, DecideTask, Ended } from './cellTask.js';
import { confineAsParent } from './confineProcess.js';
import { EventFile } from './eventFile.js';
import { Watch } from './watch.js';

confineAsParent();

/** What a policy left behind and nobody caught, in words: a rejected promise. */
let leftover: string | undefined;

for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
  // Without a listener the thread would end, and with it the next run, which may be another policy's.
  process.on(event, (thrown: unknown) => {
    leftover = foreignText(thrown);
  });
}

/** The entry of a worker thread: one run, its end as data. */
export async function runCell(task: CellTask): Promise<CellOutcome> {
  const watch = new Watch(task.watch);
  leftover = undefined;
  const outcome = runWatched(task, watch);
  // A run is synchronous: what it left behind comes to light at the next turn of the loop, where Node asks its promises.
  watch.note(watch.read().virtualSeconds, true);
  await new Promise((done) => setImmediate(done));
  watch.note(watch.read().virtualSeconds, false);
  if (outcome.type !== 'done' || leftover === undefined) return outcome;
  const message = `${fileNamesOf(task)}: the policy left a promise that was rejected: ${leftover}. Catch it, or decide without promises.`;
  return { type: 'failed', failure: { kind: 'crash', message, time_s: null } };
}

/** Of a value of any realm, whose own code may throw. */
function foreignText(thrown: unknown): string {
  try {
    const isError = types.isNativeError(thrown) && typeof thrown.message === 'string';
    return isError ? thrown.message.slice(0, 1_000) : describeValue(thrown);
  } catch {
    return 'a value whose own code throws when it is read';
  }
}

/** The entry of a worker thread that decides on recorded observations. */
export function decide({ spec, observations, carriesDesired, watch: buffer }: DecideTask): Ended<DecideResult> {
  const watch = new Watch(buffer);
  listenToPulse((line) => watch.beat(line));
  const log = decideLog();
  try {
    watch.note(0, true);
    const policy = loadPolicy(spec);
    watch.note(0, false);
    if (policy === undefined) return { type: 'done', result: { decisions: [], log: undefined } };
    const onPolicy = (virtualSeconds: number, isInside: boolean) => watch.note(virtualSeconds, isInside);
    const decisions = decideAll({ policy, observations, carriesDesired, log, onPolicy });
    return { type: 'done', result: { decisions, log: printedLog(log) } };
  } catch (thrown) {
    return outcomeOf(thrown, log);
  }
}

function fileNamesOf({ bindings }: CellTask): string {
  const names = Object.values(bindings)
    .flatMap(membersOf)
    .map((spec) => ('fileName' in spec ? spec.fileName : spec.kind));
  return [...new Set(names)].join(';');
}

function runWatched(task: CellTask, watch: Watch): CellOutcome {
  listenToPulse((line) => watch.beat(line));
  const events = task.eventsPath === undefined ? undefined : new EventFile(task.eventsPath, task.allowance?.diskBytes);
  const onEvent = events && ((event: RunEventLine) => events.write(event));
  const log = policyLogOf(onEvent);
  const touches = task.isExamined === true ? new Touches() : undefined;
  try {
    const result = runOnce({
      scenario: task.scenario,
      scenarioFolder: task.scenarioFolder,
      bindings: task.bindings,
      routers: task.routers,
      replication: task.replication,
      detail: task.detail,
      ...(task.environment === undefined ? {} : { environment: task.environment }),
      ...(task.allowance === undefined ? {} : { allowance: task.allowance }),
      onProgress: (virtualSeconds) => watch.progress(virtualSeconds),
      onPolicy: (virtualSeconds, isInside) => watch.note(virtualSeconds, isInside),
      log,
      ...(task.record === undefined ? {} : { record: task.record }),
      ...(touches === undefined ? {} : { touches }),
      ...(onEvent === undefined ? {} : { onEvent }),
    });
    events?.close();
    return { type: 'done', result, touched: touches?.touched };
  } catch (thrown) {
    closeAfterFailure(events);
    const outcome = outcomeOf(thrown, log);
    return outcome.type === 'failed' ? { ...outcome, touched: touches?.touched } : outcome;
  }
}

/** What happened until then is what somebody looks for who asked for the events; the failure itself goes before one of the file. */
function closeAfterFailure(events: EventFile | undefined): void {
  try {
    events?.close();
  } catch (thrown) {
    if (!(thrown instanceof ProblemError)) throw thrown;
  }
}

function outcomeOf(thrown: unknown, log: PolicyLog): Exclude<CellOutcome, { readonly type: 'done' }> {
  if (thrown instanceof PolicyFault) {
    const { kind, message, timeSeconds } = thrown;
    const printed = printedLog(log);
    const failure = { kind, message, time_s: timeSeconds ?? null, ...(printed === undefined ? {} : { log: printed }) };
    return { type: 'failed', failure };
  }
  if (thrown instanceof ProblemError) return { type: 'problems', problems: thrown.problems, exitCode: thrown.exitCode };
  const error = thrown instanceof Error ? thrown : new Error(foreignText(thrown));
  return { type: 'bug', message: error.message, stack: error.stack ?? '' };
}
