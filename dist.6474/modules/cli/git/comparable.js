import { ProblemError } from '../../base/problem.js';
import { notComparableNote } from './pastPolicies.js';
/**
 * Prepares candidates of now together with those of the past; of the past it leaves out what cannot run here, and notes it.
 *
 * @param prepare with candidates of the past @throws ProblemError for what is wrong with those of now
 */
export async function comparableWith({ notes, policies }, revision, prepare) {
    const all = policies.flatMap(({ past }) => past ?? []);
    const whole = await attempt(() => prepare(all));
    if (!(whole instanceof ProblemError))
        return { notes, policies, prepared: whole };
    const faulty = new Map();
    for (const one of all) {
        const tried = await attempt(() => prepare([one]));
        if (tried instanceof ProblemError)
            faulty.set(one.name, tried);
    }
    const prepared = await prepare(all.filter(({ name }) => !faulty.has(name)));
    const more = [];
    const kept = policies.map(({ past, ...row }) => {
        const error = past === undefined ? undefined : faulty.get(past.name);
        if (error === undefined)
            return past === undefined ? row : { ...row, past };
        more.push(notComparableNote(row.policy, revision, error.problems[0]));
        return { ...row, state: 'not comparable' };
    });
    return { notes: [...notes, ...more], policies: kept, prepared };
}
async function attempt(action) {
    try {
        return await action();
    }
    catch (thrown) {
        if (thrown instanceof ProblemError)
            return thrown;
        throw thrown;
    }
}
