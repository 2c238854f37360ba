import { lengthOf, overlapOf } from '../../backtest/stretch.js';
import { onlyValue } from '../options.js';
import { conflicting, usageError } from '../usageError.js';
import { stretchBetween, stretchOf } from './chooseStretch.js';
/** What `--from` and `--to`, or `--fit` and `--test`, ask for. @throws ProblemError with exit code 2 */
export function stretchesOf(span, { from: froms, to, fit, test }) {
    const from = onlyValue('from', froms);
    if (fit === undefined && test === undefined) {
        return { judged: stretchBetween(span, { from, to, options: '--from, --to' }), fitted: undefined };
    }
    if (fit === undefined || test === undefined)
        throw halfOfPair(fit === undefined ? 'fit' : 'test');
    if (from !== undefined || to !== undefined) {
        throw conflicting(from === undefined ? '--to' : '--from', '--fit', '--fit and --test name the parts themselves.');
    }
    const [fitted, judged] = [stretchOf(fit, span, '--fit'), stretchOf(test, span, '--test')];
    if (lengthOf(overlapOf(fitted, judged)) === 0)
        return { judged, fitted };
    throw usageError({
        code: 'fit-judges-itself',
        what: `--fit ${fit} and --test ${test} overlap`,
        why: 'Numbers that were fitted on what judges them always look good.',
        fix: 'choose two parts of the recording that have nothing in common.',
    });
}
function halfOfPair(missing) {
    const there = missing === 'fit' ? 'test' : 'fit';
    const why = 'Numbers are fitted on one part of the recording and judged on another.';
    return usageError({
        code: `needs-${missing}`,
        what: `--${there} needs --${missing}`,
        why,
        fix: `add --${missing} FROM..TO.`,
    });
}
