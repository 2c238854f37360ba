import { exitCode } from '../base/exitCode.js';
import { lowerFirst, suggestion } from '../base/nearest.js';
import { ProblemError } from '../base/problem.js';
import { hasResults } from './results.js';
/**
 * The runs of the policies that `--policy` names, in every scenario of a document; without a name those of its only policy.
 *
 * @throws ProblemError with exit code 2 for an unknown name, or without a name where there are several
 */
export function chosenRuns({ scenarios }, wanted) {
    const all = scenarios.flatMap((scenario) => scenario.policies.filter(hasResults).map((policy) => ({ scenario, policy })));
    const names = [...new Set(all.map(({ policy }) => policy.name))];
    const unknown = wanted.find((name) => !names.includes(name));
    if (unknown !== undefined) {
        const what = `--policy: "${unknown}" is unknown`;
        throw wrongUsage('unknown-name', {
            what,
            why: 'Only these names exist.',
            fix: lowerFirst(suggestion(unknown, names)),
        });
    }
    if (wanted.length > 0)
        return all.filter(({ policy }) => wanted.includes(policy.name));
    if (names.length === 1)
        return all;
    throw wrongUsage('which-policy', {
        path: '--policy',
        what: `the result has ${names.length} policies`,
        why: names.length === 0 ? 'None ran to its end.' : 'Each decided for itself.',
        fix: names.length === 0 ? 'run it again.' : `name one: --policy ${names[0]}. Known: ${names.join(', ')}.`,
    });
}
/** The only one of the chosen runs. @throws ProblemError with exit code 2, as `chosenRuns`, and where there are several */
export function chosenRun(document, wanted) {
    const [run, ...others] = chosenRuns(document, wanted);
    if (others.length === 0)
        return run;
    throw wrongUsage('several-runs', {
        what: `the result has ${others.length + 1} of them: ${[run, ...others].map(({ scenario, policy }) => `${policy.name} in ${scenario.name}`).join(', ')}`,
        why: 'A file of this kind holds one run.',
        fix: 'name one policy, in a result of one scenario.',
    });
}
function wrongUsage(code, { path, ...words }) {
    return new ProblemError([{ ...words, code, where: path === undefined ? {} : { path } }], exitCode.wrongUsage);
}
