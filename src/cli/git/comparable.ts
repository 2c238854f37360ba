import { ProblemError } from '../../base/problem.js';
import type { Candidate } from '../../policy/policySpec.js';
import { notComparableNote, type Past } from './pastPolicies.js';
import type { Revision } from './revision.js';

/** The past as far as it can run beside the present, and what was prepared with it. */
export interface Comparable<Prepared> extends Past {
  readonly prepared: Prepared;
}

/**
 * Prepares candidates of now together with those of the past; of the past it leaves out what cannot run here, and notes it.
 *
 * @param prepare with candidates of the past @throws ProblemError for what is wrong with those of now
 */
export async function comparableWith<Prepared>(
  { notes, policies }: Past,
  revision: Revision,
  prepare: (past: readonly Candidate[]) => Promise<Prepared>,
): Promise<Comparable<Prepared>> {
  const all = policies.flatMap(({ past }) => past ?? []);
  const whole = await attempt(() => prepare(all));
  if (!(whole instanceof ProblemError)) return { notes, policies, prepared: whole };
  const faulty = new Map<string, ProblemError>();
  for (const one of all) {
    const tried = await attempt(() => prepare([one]));
    if (tried instanceof ProblemError) faulty.set(one.name, tried);
  }
  const prepared = await prepare(all.filter(({ name }) => !faulty.has(name)));
  const more: string[] = [];
  const kept = policies.map(({ past, ...row }) => {
    const error = past === undefined ? undefined : faulty.get(past.name);
    if (error === undefined) return past === undefined ? row : { ...row, past };
    more.push(notComparableNote(row.policy, revision, error.problems[0]));
    return { ...row, state: 'not comparable' as const };
  });
  return { notes: [...notes, ...more], policies: kept, prepared };
}

async function attempt<T>(action: () => Promise<T>): Promise<T | ProblemError> {
  try {
    return await action();
  } catch (thrown) {
    if (thrown instanceof ProblemError) return thrown;
    throw thrown;
  }
}
