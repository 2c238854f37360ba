import { exitCode } from '../base/exitCode.js';
import { lowerFirst, suggestion } from '../base/nearest.js';
import { ProblemError } from '../base/problem.js';
/** A command line that cannot be carried out: exit code 2. */
export function usageError(problem) {
    return new ProblemError([{ ...problem, where: {} }], exitCode.wrongUsage);
}
/** A name that is none of the known ones. */
export function unknownName(what, name, known) {
    return usageError({
        code: 'unknown-name',
        what: `${what}: "${name}" is unknown`,
        why: 'Only these names exist.',
        fix: lowerFirst(suggestion(name, known)),
    });
}
/** Two options of which only one can be meant. */
export function conflicting(one, other, why) {
    const what = `${one} and ${other} are given together`;
    return usageError({ code: 'conflicting-options', what, why, fix: 'keep one.' });
}
