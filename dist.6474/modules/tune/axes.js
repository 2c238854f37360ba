import { exitCode } from '../base/exitCode.js';
import { ProblemError } from '../base/problem.js';
import { listedValues } from './valueList.js';
/** More values of one parameter than this are a mistake of typing. */
const mostValues = 1_000;
/**
 * Reads the texts of `--vary`: `KEY=50,60,70`, `KEY=50..80:5`, `KEY=1m..5m:1m`.
 *
 * @throws ProblemError with exit code 2 and everything that is wrong with them
 */
export function readAxes(texts) {
    const problems = [];
    const notes = [];
    const axes = [];
    if (texts.length === 0)
        problems.push(problem('nothing varies', 'There is nothing to choose from.'));
    for (const text of texts) {
        const [, key = '', list] = /^\s*([^=]*?)\s*=(.*)$/s.exec(text) ?? [];
        if (key === '' || list === undefined) {
            problems.push(problem(`"${text}" is no KEY=VALUES`, 'A parameter and the values to try.'));
            continue;
        }
        const { values, faults, ends } = listedValues(list, mostValues);
        for (const fault of faults)
            problems.push(problem(`"${text}": ${fault}`, 'Each value is tried once.'));
        for (const end of ends)
            notes.push(`--vary ${key}: ${end}`);
        if (axes.some((axis) => axis.key === key))
            problems.push(problem(`${key} is given twice`, 'One list holds all its values.'));
        axes.push({ key, values });
    }
    if (problems.length > 0)
        throw new ProblemError(problems, exitCode.wrongUsage);
    return { axes, notes };
}
function problem(what, why) {
    const fix = 'write for example --vary averageUtilization=50,60,70 or --vary averageUtilization=50..80:5.';
    return { code: 'bad-vary', where: { path: '--vary' }, what, why, fix };
}
