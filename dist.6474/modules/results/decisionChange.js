/** What a policy decided otherwise than before. */
export function decisionChange(before, after) {
    const counts = { before: before.decisions.length, after: after.decisions.length };
    const longest = Math.max(counts.before, counts.after);
    for (let index = 0; index < longest; index++) {
        const [old, now] = [before.decisions.at(index), after.decisions.at(index)];
        if (old !== undefined && now !== undefined && isAlike(old, now))
            continue;
        return { ...counts, first_change_s: Math.min(old?.time_s ?? Infinity, now?.time_s ?? Infinity) };
    }
    return { ...counts, first_change_s: null };
}
/** Reasons and rules are words; what was asked for and what came of it is the decision. */
function isAlike(a, b) {
    return (a.time_s === b.time_s &&
        a.until_s === b.until_s &&
        a.service === b.service &&
        a.desired === b.desired &&
        a.applied === b.applied &&
        a.result === b.result);
}
