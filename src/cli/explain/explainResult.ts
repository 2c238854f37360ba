import { parseDuration } from '../../base/duration.js';
import { type ExitCode, exitCode } from '../../base/exitCode.js';
import { instantsAt, parseTimeOfDay } from '../../base/timeOfDay.js';
import { visibleLine } from '../../base/visible.js';
import { decisionAt } from '../../report/decisionAt.js';
import { chosenRuns } from '../../results/chosenRuns.js';
import { readResultDocument } from '../../results/readResultDocument.js';
import type { ScenarioResult } from '../../results/results.js';
import { parseTime } from '../../traffic/trace/time.js';
import type { CommandInput } from '../command.js';
import { usageError } from '../usageError.js';

/** Which rule of a policy held at an instant of a run. */
export async function explainResult({ operands, options, output }: CommandInput): Promise<ExitCode> {
  const [file, second] = operands;
  if (second !== undefined) {
    const what = `--at goes with one report.json, and there is a second file: "${second}"`;
    throw usageError({ code: 'extra-operand', what, why: 'An instant belongs to one run.', fix: 'leave it out.' });
  }
  const document = readResultDocument(file);
  for (const { scenario, policy } of chosenRuns(document, options.policies)) {
    const { name } = scenario;
    const atSeconds = instantOf(options.at ?? '', scenario);
    const head = `${name}, ${policy.name}, replication ${scenario.shown_replication ?? policy.replications[0]?.replication ?? 0}`;
    await output.write(
      `${[head, ...decisionAt(policy, atSeconds, scenario.start).map((line) => `  ${line}`)].map(visibleLine).join('\n')}\n`,
    );
  }
  return exitCode.success;
}

/**
 * Seconds of the run for what a reader of its report types: since its begin (`12m`), on its clock (`18:05`), or with the date.
 *
 * @throws ProblemError when it is none of these, or not one instant of the run
 */
export function instantOf(text: string, { start, duration_s }: Pick<ScenarioResult, 'start' | 'duration_s'>): number {
  const sinceBegin = parseDuration(text);
  if (sinceBegin !== undefined) return sinceBegin;
  const startSeconds = start === undefined ? 0 : (parseTime(start, 's') ?? 0);
  const ofDay = parseTimeOfDay(text);
  const dated = /^\d{4}-/.test(text) && start !== undefined ? parseTime(text, 's') : undefined;
  const range = { from: startSeconds, until: startSeconds + duration_s };
  const instants = ofDay === undefined ? [] : instantsAt(ofDay, range);
  if (dated !== undefined && dated >= range.from && dated <= range.until) instants.push(dated);
  const [instant] = instants;
  if (instants.length === 1) return instant - startSeconds;
  const isClock = ofDay !== undefined || dated !== undefined;
  const count = instants.length === 0 ? 'at no time' : `on ${instants.length} days`;
  throw usageError({
    code: isClock ? 'not-one-instant' : 'bad-duration',
    what: isClock ? `clocks show ${text} ${count} of the run` : `--at is "${text}"`,
    why: 'It is one instant of the run: a duration since its start, or its clock time (UTC).',
    fix: 'write for example --at 12m, --at 18:05 or --at 1d2h.',
  });
}
