/** Share of the distances that must be the usual one where points were sampled, not noted at changes. */
const regularShare = 0.8;
/** The step of a series that was sampled at a pace; undefined where its points are changes, between which the value is known. */
export function sampledStep({ points, stepSeconds }) {
    if (stepSeconds === null)
        return undefined;
    const distances = points.slice(1).map(([seconds], index) => seconds - points[index][0]);
    const regular = distances.filter((distance) => Math.abs(distance - stepSeconds) <= Math.max(1, stepSeconds * 0.1));
    return regular.length >= regularShare * distances.length ? stepSeconds : undefined;
}
