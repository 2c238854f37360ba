/** Where to look, nearest and easiest to read first: [direction of x, direction of y]. */
const directions = [
    [1, 0],
    [1, -1],
    [1, 1],
    [-1, 0],
    [-1, -1],
    [-1, 1],
    [0, -1],
    [0, 1],
];
/** Distances from the anchor, pixels: the farther one only where the near places are taken. */
const gaps = [10, 30];
/** Steps of the search over the whole frame, pixels. */
const gridPixels = { x: 12, y: 8 };
/**
 * Places labels one after the other at the cheapest of sixteen places round their anchors; where a text stands in all of them,
 * at the nearest free place of the frame, and nowhere (undefined) where there is none: no text is ever printed over another.
 *
 * Cost: 1.2 x the area over obstacles and 6 per rank of the direction. Greedy, so the order of the requests counts: who matters
 * most comes first.
 */
export function placeLabels(requests, { obstacles, texts, frame }) {
    const taken = [...texts];
    const isFree = (box) => isInside(box, frame) && taken.every((other) => overlap(box, other) === 0);
    const costOf = (box, rank) => 1.2 * obstacles.reduce((sum, other) => sum + overlap(box, other), 0) + 6 * rank;
    return requests.map((request) => {
        const near = gaps.flatMap((gap, ring) => directions.map((direction, place) => ({ box: boxAt(request, direction, gap), rank: place + ring * 12 })));
        const free = near.filter(({ box }) => isFree(box)).map(({ box, rank }) => ({ box, cost: costOf(box, rank) }));
        const far = () => gridOf(request, frame)
            .filter(isFree)
            .map((box) => ({ box, cost: costOf(box, distance(request, box) / 6) }));
        const candidates = free.length > 0 ? free : far();
        const best = candidates.length === 0 ? undefined : candidates.reduce((a, b) => (b.cost < a.cost ? b : a)).box;
        if (best !== undefined)
            taken.push(best);
        return best;
    });
}
/** From the anchor to the nearest point of a label, where they are so far apart that a line must join them. */
export function leaderOf({ anchorX, anchorY }, box) {
    const x = Math.min(Math.max(anchorX, box.x), box.x + box.width);
    const y = Math.min(Math.max(anchorY, box.y), box.y + box.height);
    return Math.hypot(x - anchorX, y - anchorY) > gaps[1] + 12 ? [x, y] : undefined;
}
function gridOf({ width, height }, frame) {
    const columns = Math.max(0, Math.floor((frame.width - width) / gridPixels.x) + 1);
    const rows = Math.max(0, Math.floor((frame.height - height) / gridPixels.y) + 1);
    return Array.from({ length: columns * rows }, (_, cell) => ({
        x: frame.x + (cell % columns) * gridPixels.x,
        y: frame.y + Math.floor(cell / columns) * gridPixels.y,
        width,
        height,
    }));
}
function distance({ anchorX, anchorY }, { x, y, width, height }) {
    return Math.hypot(Math.max(x - anchorX, 0, anchorX - x - width), Math.max(y - anchorY, 0, anchorY - y - height));
}
function boxAt({ anchorX, anchorY, width, height }, [dx, dy], gap) {
    const centerX = anchorX + dx * (gap + width / 2);
    const reachY = dx === 0 ? gap + height / 2 : gap / 2 + height / 2;
    return { x: centerX - width / 2, y: anchorY + dy * reachY - height / 2, width, height };
}
function isInside(box, frame) {
    return (box.x >= frame.x &&
        box.y >= frame.y &&
        box.x + box.width <= frame.x + frame.width &&
        box.y + box.height <= frame.y + frame.height);
}
function overlap(a, b) {
    const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
    const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
    return width > 0 && height > 0 ? width * height : 0;
}
