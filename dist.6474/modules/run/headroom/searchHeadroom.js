/** Beyond these factors the question is another one. */
const [leastFactor, mostFactor] = [1 / 64, 64];
/** The two factors round the answer are at most this far apart: a hundredth of the traffic is below what anybody can forecast. */
const resolution = 1.02;
/** About how many factors a search tries: the scenario's own, one or two doublings, six halvings of a doubling. */
export const usualTrialCount = 9;
/**
 * The largest factor that meets, by doubling (or halving) from 1 until the answer changes, then bisection on a logarithmic scale.
 *
 * It supposes that more traffic is never easier; the trials show where that is not so.
 * @param mostAllowed factors beyond it are not tried
 */
export async function searchHeadroom(tryFactor, mostAllowed) {
    const tried = [];
    const attempt = async (factor) => {
        const trial = await tryFactor(factor);
        tried.push(trial);
        return trial;
    };
    const bracket = await findBracket(attempt, Math.min(mostFactor, mostAllowed));
    let { best, missed } = bracket;
    while (best !== undefined && missed !== undefined && missed.factor / best.factor > resolution) {
        const middle = await attempt(rounded(Math.sqrt(best.factor * missed.factor)));
        if (middle.isMet)
            best = middle;
        else
            missed = middle;
    }
    return { best, missed, tried: tried.sort((a, b) => a.factor - b.factor) };
}
async function findBracket(attempt, most) {
    const first = await attempt(1);
    let best = first.isMet ? first : undefined;
    let missed = first.isMet ? undefined : first;
    while (missed === undefined && best !== undefined && best.factor < most) {
        const next = await attempt(Math.min(most, best.factor * 2));
        if (next.isMet)
            best = next;
        else
            missed = next;
    }
    while (best === undefined && missed !== undefined && missed.factor > leastFactor) {
        const next = await attempt(missed.factor / 2);
        if (next.isMet)
            best = next;
        else
            missed = next;
    }
    return { best, missed };
}
/** Three decimals: a factor that people can type. */
function rounded(factor) {
    return Number(factor.toPrecision(4));
}
