/**
 * Those that no other beats: better in one and at least as good in the other; of equals the first.
 *
 * @returns [item] whether it is one of them; one without a goal or safety never is. O(n log n)
 */
export function paretoFront(items, better) {
    const sign = (direction) => (direction === 'lower' ? 1 : -1);
    const costs = items.flatMap(({ goal, safety }, index) => goal === undefined || safety === undefined
        ? []
        : [{ index, goal: sign(better.goal) * goal, risk: sign(better.safety) * safety }]);
    costs.sort((a, b) => a.goal - b.goal || a.risk - b.risk || a.index - b.index);
    const isOn = items.map(() => false);
    let least = Number.POSITIVE_INFINITY;
    for (const { index, risk } of costs) {
        if (risk >= least)
            continue;
        least = risk;
        isOn[index] = true;
    }
    return isOn;
}
