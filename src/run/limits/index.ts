import { exitCode } from '../../base/exitCode.js';
import { type Problem, ProblemError } from '../../base/problem.js';
import type { Allowance } from '../../engine/limits/allowance.js';
import { calls } from './kinds/calls.js';
import { events } from './kinds/events.js';
import { memory } from './kinds/memory.js';
import { requests } from './kinds/requests.js';
import { tries } from './kinds/tries.js';
import type { Limit, PlannedRun } from './limit.js';

/** Everything that is estimated of one run before it runs. */
export const limits: readonly Limit[] = [memory, events, requests, calls, tries];

/**
 * Refuses what would take too much before it takes it.
 *
 * @throws ProblemError with exit code 106: one problem for each limit
 */
export function rejectTooMuch(run: PlannedRun, allowance: Allowance): void {
  const bySettings = excessesOf(run, allowance, false);
  // What the settings alone forbid could keep the traffic from ever being counted.
  const problems = bySettings.length > 0 ? bySettings : excessesOf(run, allowance, true);
  if (problems.length > 0) throw new ProblemError(problems, exitCode.outputBlocked);
}

function excessesOf(run: PlannedRun, allowance: Allowance, needsTraffic: boolean): Problem[] {
  return limits
    .filter((limit) => limit.needsTraffic === needsTraffic)
    .flatMap((limit) => excessOf(limit, run, allowance) ?? []);
}

function excessOf(limit: Limit, run: PlannedRun, allowance: Allowance): Problem | undefined {
  const parts = [...limit.parts(run)].sort((a, b) => b.amount - a.amount);
  const amount = parts.reduce((sum, part) => sum + part.amount, 0);
  const allowed = limit.allowed(allowance);
  if (amount <= allowed) return undefined;
  const [{ path, text }] = parts;
  const shown = limit.show(amount);
  const others = parts.length > 1 && parts[1].amount > allowed / 10 ? ' and more' : '';
  const about = text.startsWith(shown) ? '' : `, ${shown} in all,`;
  return {
    code: limit.code,
    where: { ...(run.file === undefined ? {} : { file: run.file }), path },
    what: `about ${text}${others}${about} are expected in one run; the limit is ${limit.show(allowed)}`,
    why: limit.why,
    fix: `${limit.advice}${amount > Number.MAX_SAFE_INTEGER ? '' : `, or raise the limit: ${limit.option(amount)}`}.`,
  };
}
