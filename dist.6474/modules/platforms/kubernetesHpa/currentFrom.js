import { nodeAt } from '../../base/nodeAt.js';
import { ProblemError } from '../../base/problem.js';
import { fieldAt } from '../fieldAt.js';
/** The parameter that says what the controller takes for the present count: `hpa.yaml?flags.currentFrom=status`. */
export const currentFromField = 'flags.currentFrom';
const choices = ['spec', 'status'];
/**
 * What a parameter says about the present count, and the manifest without it.
 *
 * @throws ProblemError for another word
 */
export function takeCurrentFrom(source) {
    const { value, file } = source;
    const [holder, key] = currentFromField.split('.');
    const asked = fieldAt(value, [holder, key]);
    const isInFile = nodeAt(source, [holder]) !== undefined;
    if (typeof value !== 'object' || value === null || isInFile || asked === undefined) {
        return { currentFrom: 'spec', value };
    }
    const { [holder]: _, ...rest } = value; // safe: an object
    const known = choices.find((choice) => choice === asked);
    if (known !== undefined)
        return { currentFrom: known, value: rest };
    throw new ProblemError([
        {
            code: 'unknown-name',
            where: { file, path: currentFromField },
            what: `${currentFromField} is ${JSON.stringify(asked)}`,
            why: 'The controller reads the present count from the spec of its target; before kubernetes#72775 was mended, from its status.',
            fix: `write ${currentFromField}=status, or leave it out for spec.`,
        },
    ]);
}
