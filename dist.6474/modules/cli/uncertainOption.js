import { measures } from '../results/measures/index.js';
import { conflicting, unknownName, usageError } from './usageError.js';
/** What decides where `--goal` does not. */
const defaultGoal = 'cost_usd';
/** Checks what `--uncertain` and `--goal` ask for together. @throws ProblemError with exit code 2 */
export function worldsAsked({ uncertain: count, goal, replication, }) {
    if (count === undefined) {
        if (goal === undefined)
            return undefined;
        const why = 'It says which policy wins a world, and there are none.';
        throw usageError({ code: 'needs-uncertain', what: '--goal needs --uncertain', why, fix: 'add --uncertain.' });
    }
    if (replication !== undefined)
        throw conflicting('--uncertain', '--replication', '--replication is just one run.');
    const directed = measures.filter(({ better }) => better !== 'none');
    const name = goal ?? defaultGoal;
    if (measures.some((measure) => measure.name === name && measure.better === 'none')) {
        const why = 'Neither more nor less of it is better.';
        throw usageError({ code: 'no-direction', what: `--goal is ${name}`, why, fix: 'name one such as cost_usd.' });
    }
    if (!directed.some((measure) => measure.name === name)) {
        throw unknownName('measure of --goal', name, directed.map((measure) => measure.name));
    }
    return { count, goal: name };
}
