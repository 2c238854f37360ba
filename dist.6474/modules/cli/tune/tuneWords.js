import { usageError } from '../usageError.js';
/**
 * The scenario, and further values of the options that take several: `--vary a=1,2 b=3,4` leaves `b=3,4` beside them.
 *
 * @throws ProblemError with exit code 2 for none, or for more than one scenario
 */
export function tuneWords(operands, { vary, must }) {
    const isVary = (word) => vary.length > 0 && /^[\w.*/-]+=[^=]/.test(word);
    const isMust = (word) => must.length > 0 && /\S\s+\S.*[<>=]/.test(word);
    const files = operands.filter((word) => !isVary(word) && !isMust(word));
    const [file, second] = files;
    if (file === undefined) {
        const why = 'A policy is tuned on one.';
        throw usageError({ code: 'missing-operand', what: 'tune needs a SCENARIO', why, fix: 'see dryscale tune --help.' });
    }
    if (second !== undefined) {
        const what = `tune has more operands than it takes: "${second}"`;
        throw usageError({ code: 'extra-operand', what, why: 'A policy is tuned on one scenario.', fix: 'leave it out.' });
    }
    const rest = operands.filter((word) => word !== file);
    return {
        file,
        vary: [...vary, ...rest.filter((word) => isVary(word))],
        must: [...must, ...rest.filter((word) => !isVary(word) && isMust(word))],
    };
}
