/** Whether a cell of the plan, counted from 0, belongs to a shard: every n-th one, so that parts take about as long. */
export function isInShard(cellIndex, { index, count }) {
    return cellIndex % count === index - 1;
}
/** What tells a cell from the others of its plan. */
export function cellKey({ comparisonIndex, candidateIndex, replication }) {
    return `${comparisonIndex}/${candidateIndex}/${replication}`;
}
