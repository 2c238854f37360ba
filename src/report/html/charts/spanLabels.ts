import { textWidth } from './canvas.js';
import type { View } from './timelineData.js';
import { timelineMargin } from './timelineFrame.js';

/** A stretch of time with its name. */
interface LabelledSpan {
  readonly fromSeconds: number;
  readonly untilSeconds: number;
  readonly label: string;
}

/** A name in the middle of what is in view of its span. */
interface PlacedLabel {
  readonly seconds: number;
  readonly text: string;
  readonly textAnchor: 'start' | 'middle' | 'end';
}

/** Names of the spans that have room, from left to right; the others still say it when pointed at. */
export function labelsWithRoom(spans: readonly LabelledSpan[], width: number, view: View): PlacedLabel[] {
  const inner = width - timelineMargin.left - timelineMargin.right;
  const pixelsPerSecond = inner / (view.untilSeconds - view.fromSeconds);
  let free = Number.NEGATIVE_INFINITY;
  return spans.flatMap(({ fromSeconds, untilSeconds, label: text }) => {
    const seconds = (Math.max(fromSeconds, view.fromSeconds) + Math.min(untilSeconds, view.untilSeconds)) / 2;
    const half = textWidth(text) / 2;
    const pixel = (seconds - view.fromSeconds) * pixelsPerSecond;
    const isInView = untilSeconds >= view.fromSeconds && fromSeconds <= view.untilSeconds;
    if (!isInView || pixel - half < free) return [];
    free = pixel + half + 8;
    return [{ seconds, text, textAnchor: pixel - half < 0 ? 'start' : pixel + half > inner ? 'end' : 'middle' }];
  });
}
