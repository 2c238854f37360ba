import { compareOutcomes } from './outcome.js';
/** Of the winner over the best of the others in a world. */
export function advantageOver(winner, others, objective) {
    const [rival] = [...others].sort(compareOutcomes);
    const order = compareOutcomes(winner, rival);
    const side = -Math.sign(order);
    if (winner.meets !== rival.meets)
        return { band: 3 * side, amount: side * slack(winner, rival, objective) };
    if (!winner.meets)
        return { band: 2 * side, amount: winner.goodShare - rival.goodShare };
    const amount = rival.loss - winner.loss;
    return { band: side, amount: Number.isFinite(amount) ? amount : 0 };
}
/** How far the nearer of the two is from the objective, which is what a change of who meets it takes; 0 without one. */
function slack(a, b, objective) {
    return objective === undefined ? 0 : Math.min(...[a, b].map(({ goodShare }) => Math.abs(goodShare - objective)));
}
/** Of a policy that is alone: above 0 where it meets the limits. */
export function advantageOverLimits({ meets, goodShare }, objective) {
    const amount = objective === undefined ? goodShare : goodShare - objective;
    return { band: meets ? 1 : -1, amount: meets === amount >= 0 || objective === undefined ? amount : 0 };
}
/** Of a policy that is alone and has no limits: a lower loss is an advantage over a higher one. */
export function advantageOfGoal({ loss }) {
    return { band: 1, amount: Number.isFinite(loss) ? -loss : Number.NEGATIVE_INFINITY };
}
export function compareAdvantages(a, b) {
    if (a.band !== b.band)
        return a.band - b.band;
    return a.amount === b.amount ? 0 : a.amount - b.amount;
}
/** The rank, among the worlds, of being neither ahead nor behind: between two ranks where no world is. */
export function rankOfTie(advantages) {
    const sorted = [...advantages].sort(compareAdvantages);
    const behind = sorted.filter(({ band }) => band < 0).length;
    const tied = sorted.filter(({ band }) => band === 0).length;
    if (tied > 0)
        return behind + (tied + 1) / 2;
    const [below, above] = [sorted[behind - 1], sorted[behind]];
    const span = below === undefined || above === undefined ? 0 : above.amount - below.amount;
    const isOneScale = below !== undefined && above !== undefined && below.band === -above.band && span > 0;
    return isOneScale ? behind - below.amount / span : behind + 0.5;
}
