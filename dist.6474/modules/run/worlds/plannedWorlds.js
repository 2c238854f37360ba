import { ProblemError } from '../../base/problem.js';
import { drawWorlds } from '../../scenario/worlds/drawWorlds.js';
/**
 * The worlds of a scenario; undefined where no assumption has a range to draw from.
 *
 * @throws ProblemError where none of the worlds is a valid scenario
 */
export function planWorlds(uncertain, { count, goal }, file) {
    if (uncertain.ranges.length === 0)
        return undefined;
    const { worlds, leftOut } = drawWorlds(uncertain, count);
    if (worlds.length === 0)
        throw new ProblemError([noWorld(leftOut[0].what, file)]);
    const { withoutRange, noNumber, given } = uncertain.notDrawn;
    return {
        goal,
        askedCount: count,
        inputs: uncertain.ranges.map(({ path, quantity, low, high, basis }) => {
            return { path, unit: quantity.unit, value: quantity.amount, low, high, basis };
        }),
        worlds,
        leftOut: leftOut.map((one) => ({ ...one })),
        notDrawn: { without_range: [...withoutRange], no_number: [...noNumber], given: [...given] },
    };
}
function noWorld(what, file) {
    return {
        code: 'no-valid-world',
        where: { file, path: 'assumptions' },
        what: `none of the worlds drawn is a valid scenario: ${what}`,
        why: 'Each number is drawn from its own range, and together they must still be a scenario.',
        fix: 'narrow the ranges so that they fit each other.',
    };
}
