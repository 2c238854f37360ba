/** Points of the first look over a whole range, of each closer look, and how many of those. */
const looks = { wide: 7, close: 5, closeCount: 3 };
/** Each number is looked for twice: what the others became may move it. */
const roundCount = 2;
/** Trials of a search, at most. */
export function trialCountOf(numberCount) {
    return 1 + roundCount * numberCount * (looks.wide + looks.close * looks.closeCount);
}
/**
 * The amounts with the least loss: one number after the other, each on a grid that closes in on its best point.
 *
 * The loss jumps, since counts do, so that no method with slopes would serve. A tie keeps what was there.
 * @param lossOf the loss of amounts; Infinity for those that cannot be
 */
export async function searchNumbers(numbers, lossOf) {
    const known = new Map();
    const loss = async (amounts) => {
        const key = amounts.join(' ');
        const value = known.get(key) ?? (await lossOf(amounts));
        known.set(key, value);
        return value;
    };
    let best = numbers.map(({ quantity }) => quantity.amount);
    let least = await loss(best);
    for (let round = 0; round < roundCount; round++) {
        for (const [index, number] of numbers.entries()) {
            let [low, high] = [number.low, number.high];
            for (let look = 0; look <= looks.closeCount; look++) {
                const count = look === 0 ? looks.wide : looks.close;
                for (const amount of gridOf({ low, high, count, isWhole: number.isWhole })) {
                    const tried = best.with(index, amount);
                    const value = await loss(tried);
                    if (value < least)
                        [best, least] = [tried, value];
                }
                const reach = (high - low) / (count - 1);
                [low, high] = [Math.max(number.low, best[index] - reach), Math.min(number.high, best[index] + reach)];
            }
        }
    }
    return best;
}
/** Numbers that people can type: three digits, and the ends as they are. */
function gridOf({ low, high, count, isWhole, }) {
    return Array.from({ length: count }, (_, step) => {
        if (step === 0)
            return low;
        if (step === count - 1)
            return high;
        const amount = low + ((high - low) * step) / (count - 1);
        return isWhole ? Math.round(amount) : Number(amount.toPrecision(3));
    });
}
