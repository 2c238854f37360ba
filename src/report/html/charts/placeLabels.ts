/** A rectangle in pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A label that wants to stand near its anchor. */
export interface LabelRequest {
  readonly anchorX: number;
  readonly anchorY: number;
  readonly width: number;
  readonly height: number;
}

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
] as const;

/** Distances from the anchor, pixels: the farther one only where the near places are taken. */
const gaps = [10, 30] as const;

/**
 * Places labels one after the other at the cheapest of sixteen places round their anchors.
 *
 * Cost: 1.2 x the area over obstacles, 6 x the area over labels already placed, 5000 outside the frame and 6 per rank of the
 * direction. Greedy, so the order of the requests counts; at most a dozen labels, where nothing better shows.
 */
export function placeLabels(requests: readonly LabelRequest[], obstacles: readonly Box[], frame: Box): Box[] {
  const placed: Box[] = [];
  for (const request of requests) {
    const candidates = gaps.flatMap((gap, ring) =>
      directions.map((direction, place) => {
        const box = boxAt(request, direction, gap);
        return { box, cost: costOf(box, obstacles, placed, frame) + 6 * (place + ring * 12) };
      }),
    );
    const best = candidates.reduce((a, b) => (b.cost < a.cost ? b : a));
    placed.push(best.box);
  }
  return placed;
}

function boxAt(
  { anchorX, anchorY, width, height }: LabelRequest,
  [dx, dy]: readonly [number, number],
  gap: number,
): Box {
  const centerX = anchorX + dx * (gap + width / 2);
  const reachY = dx === 0 ? gap + height / 2 : gap / 2 + height / 2;
  return { x: centerX - width / 2, y: anchorY + dy * reachY - height / 2, width, height };
}

function costOf(box: Box, obstacles: readonly Box[], placed: readonly Box[], frame: Box): number {
  const over = (boxes: readonly Box[]) => boxes.reduce((sum, other) => sum + overlap(box, other), 0);
  const isInside =
    box.x >= frame.x &&
    box.y >= frame.y &&
    box.x + box.width <= frame.x + frame.width &&
    box.y + box.height <= frame.y + frame.height;
  return 1.2 * over(obstacles) + 6 * over(placed) + (isInside ? 0 : 5000);
}

function overlap(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}
