import { exitCode } from '../base/exitCode.js';
import { ProblemError } from '../base/problem.js';
import { defaultRegressionLimits, parseRegressionLimits } from '../results/regressionLimit.js';
import { usageError } from './usageError.js';
/** @throws ProblemError with exit code 2 for an update of no file */
export function readBaselineOptions({ file, isUpdate }) {
    if (file !== undefined)
        return { file, isUpdate };
    if (isUpdate)
        throw needsBaseline('--update-baseline', 'It writes the file that --baseline names.', 'add --baseline FILE.');
    return undefined;
}
/** `--max-regression`; undefined when it is not given. @throws ProblemError with exit code 2 for a limit that is none */
export function readLimits(text) {
    if (text === undefined)
        return undefined;
    const read = parseRegressionLimits(text);
    if (read.issues.length === 0)
        return read.limits;
    const problems = read.issues.map(({ what, why, fix }) => ({
        code: 'bad-regression-limit',
        where: {},
        what: `--max-regression: ${what}`,
        why,
        fix,
    }));
    throw new ProblemError(problems, exitCode.wrongUsage);
}
/** Limits that nothing is held against would pass whatever happens. @throws ProblemError with exit code 2 */
export function rejectIdleLimits(limits, hasPast) {
    if (limits === undefined || hasPast)
        return;
    const why = 'A regression is one against a baseline file, or against a revision of the repository.';
    throw needsBaseline('--max-regression', why, 'add --baseline FILE, or --against git:main.');
}
/** What holds where `--max-regression` does not say. */
export function defaultLimits() {
    return parseRegressionLimits(defaultRegressionLimits).limits;
}
/** What policies are held to against a revision; against one policy that was named, only what was asked for. */
export function revisionLimits({ revision }, asked) {
    const isNamed = revision?.policies.every(({ state }) => state === 'against') === true;
    return asked ?? (isNamed ? [] : defaultLimits());
}
function needsBaseline(option, why, fix) {
    return usageError({ code: 'needs-baseline', what: `${option} needs --baseline`, why, fix });
}
