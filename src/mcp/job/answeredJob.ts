import type { Problem } from '../../base/problem.js';
import { CallProblems } from '../callProblems.js';
import type { Shared } from '../shared.js';
import type { JobEnd, JobRequest } from './jobRequest.js';
import type { JobOutcome, Watching } from './jobs.js';

type Answered = Exclude<JobEnd, { readonly type: 'problems' | 'bug' }>;

/** Has a job done. @throws CallProblems where there is no answer */
export async function answeredJob({ jobs }: Shared, request: JobRequest, watching: Watching): Promise<Answered> {
  const outcome = await jobs.carryOut(request, watching);
  if (outcome.type === 'done' || outcome.type === 'page') return outcome;
  if (outcome.type === 'problems') throw new CallProblems(outcome.problems);
  throw new CallProblems([problemOf(outcome, watching.maxWallMs)]);
}

type Unanswered = Exclude<JobOutcome, Answered | { readonly type: 'problems' }>;

function problemOf(outcome: Unanswered, maxWallMs: number): Problem {
  const where = {};
  if (outcome.type === 'too-long') return tookTooLong(maxWallMs);
  if (outcome.type === 'cancelled') {
    const why = 'Its processes were ended.';
    return { code: 'cancelled', where, what: 'the call was cancelled', why, fix: 'call again.' };
  }
  if (outcome.type === 'busy') {
    const why = 'It works on a few at once, and as many wait as may.';
    return { code: 'busy', where, what: 'the server has too many calls', why, fix: 'call again later.' };
  }
  if (outcome.type === 'lost') {
    const what = `there is no answer: ${outcome.how}`;
    const fix = 'ask for less: fewer runs, a shorter scenario.';
    return { code: 'lost', where, what, why: 'It may have run out of memory.', fix };
  }
  return internalBug(outcome.message);
}

/** With nothing to show. */
export function tookTooLong(maxWallMs: number): Problem {
  return {
    code: 'took-too-long',
    where: { path: 'maxWallMs' },
    what: `it was ended after ${maxWallMs} ms, with nothing to show`,
    why: 'A call has so much wall time.',
    fix: 'ask for less (fewer runs, a shorter scenario, a smaller budget), or raise maxWallMs.',
  };
}

export function internalBug(message: string): Problem {
  const why = 'This is not your mistake, and there are no results.';
  const fix = 'report it with the arguments of the call.';
  return { code: 'internal-bug', where: {}, what: `an internal bug: ${message}`, why, fix };
}
