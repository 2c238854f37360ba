/** The same text for the same labels, whatever their order. */
export function keyOf(labels) {
    return JSON.stringify(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)));
}
/** Operations that change what a value means take its name away. */
export function withoutName({ __name__: _, ...labels }) {
    return labels;
}
export function vectorOf(entries) {
    return { kind: 'vector', entries };
}
