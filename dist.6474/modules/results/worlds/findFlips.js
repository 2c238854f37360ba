import { correlation, rankEffects, ranksOf } from '../../stats/rankRegression.js';
import { compareAdvantages, rankOfTie } from './advantage.js';
/** Below this share of the spread the line says too little of where it crosses. */
const leastR2 = 0.3;
/**
 * Which input moves the advantage most, and where each alone would end it.
 *
 * Problem: one run a world, so that chance and every other input hide what one input does. Idea: a linear regression of the
 * advantage's ranks on the inputs' ranks; on its line, with the other inputs as stated, the rank of a tie gives the rank of the
 * input, and that its value. Found only where the input goes with at least 0.3 of the spread and the line crosses within the
 * values drawn.
 * @see Saltelli, Chan, Scott, "Sensitivity Analysis" (2000), chapter 2
 */
export function findFlips({ inputs, values, advantages }) {
    const columns = inputs.map((_, input) => values.map((drawn) => drawn[input]));
    const ranks = columns.map((column) => ranksOf(column, (a, b) => a - b));
    const output = ranksOf(advantages, compareAdvantages);
    const effects = rankEffects(ranks, output);
    const spread = spreadOf(output);
    const middle = (advantages.length + 1) / 2;
    const slopes = effects.map((effect, input) => effect === null || effect === 0 ? 0 : (effect * spread) / spreadOf(ranks[input]));
    // By how many ranks each input, at its stated value, lifts the line.
    const lifts = inputs.map(({ value }, input) => slopes[input] * (rankAt(columns[input], value) - middle));
    const tie = rankOfTie(advantages);
    const flips = inputs.map(({ path }, input) => {
        const r2 = correlation(ranks[input], output) ** 2;
        const others = lifts.reduce((sum, lift, index) => (index === input ? sum : sum + lift), 0);
        const slope = slopes[input];
        const rank = r2 < leastR2 || slope === 0 ? Number.NaN : middle + (tie - middle - others) / slope;
        const at = valueAtRank(columns[input], rank);
        return {
            path,
            at,
            ...(at === null ? {} : { beyond: slope < 0 ? 'above' : 'below' }),
            r2: Number(r2.toFixed(4)),
        };
    });
    const sensitivity = inputs
        .map(({ path }, input) => ({
        path,
        effect: effects[input] === null ? null : Number((effects[input] ?? 0).toFixed(4)),
    }))
        .sort((a, b) => Math.abs(b.effect ?? 0) - Math.abs(a.effect ?? 0));
    return { flips, sensitivity };
}
function spreadOf(ranks) {
    const mean = ranks.reduce((sum, rank) => sum + rank, 0) / ranks.length;
    return Math.sqrt(ranks.reduce((sum, rank) => sum + (rank - mean) ** 2, 0));
}
/** Where a value stands among the drawn ones, 1..n, between two of them by the way it has gone. */
function rankAt(column, value) {
    const sorted = [...column].sort((a, b) => a - b);
    const above = sorted.findIndex((one) => one > value);
    if (above === -1)
        return sorted.length;
    if (above === 0)
        return 1;
    const [from, to] = [sorted[above - 1], sorted[above]];
    return above + (value - from) / (to - from);
}
/** The value at a rank; null outside of those drawn. */
function valueAtRank(column, rank) {
    if (!(rank >= 1 && rank <= column.length))
        return null;
    const sorted = [...column].sort((a, b) => a - b);
    const index = Math.min(Math.floor(rank), sorted.length - 1);
    const value = sorted[index - 1] + (rank - index) * (sorted[index] - sorted[index - 1]);
    return Number(value.toPrecision(6));
}
