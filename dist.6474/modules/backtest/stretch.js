export function lengthOf({ fromSeconds, toSeconds }) {
    return Math.max(0, toSeconds - fromSeconds);
}
export function overlapOf(a, b) {
    return {
        fromSeconds: Math.max(a.fromSeconds, b.fromSeconds),
        toSeconds: Math.min(a.toSeconds, b.toSeconds),
    };
}
