import type { DifferencesData } from './differences.js';
import type { TailData } from './tail.js';
import type { TimelineData } from './timelineData.js';
import type { TradeOffData } from './tradeOff.js';

/** What the charts of one scenario draw; the page carries it as JSON so that the script can draw them again. */
export interface ChartData {
  readonly tradeOff: TradeOffData | null;
  readonly differences: DifferencesData | null;
  readonly tail: TailData | null;
  readonly timelines: readonly TimelineData[];
}

/** Everything the page's script knows. */
export interface PageData {
  readonly scenarios: readonly ChartData[];
}
