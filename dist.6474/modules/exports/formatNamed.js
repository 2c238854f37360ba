import { exitCode } from '../base/exitCode.js';
import { lowerFirst, suggestion } from '../base/nearest.js';
import { ProblemError } from '../base/problem.js';
/** The form of a file that `--format` names. @throws ProblemError with exit code 2 for one that does not exist */
export function formatNamed(name, forms) {
    if (Object.hasOwn(forms, name))
        return forms[name];
    const problem = {
        code: 'unknown-name',
        where: {},
        what: `--format "${name}" is unknown`,
        why: 'Only these forms can be written.',
        fix: lowerFirst(suggestion(name, Object.keys(forms))),
    };
    throw new ProblemError([problem], exitCode.wrongUsage);
}
