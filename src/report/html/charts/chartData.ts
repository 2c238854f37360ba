import type { CostSplitData } from './costSplit.js';
import type { DifferencesData } from './differences.js';
import type { BudgetData } from './errorBudget.js';
import type { CallGraphData } from './graphData.js';
import type { HeatmapData } from './heatmap.js';
import type { LatencySharesData } from './latencyShares.js';
import type { TailData } from './tail.js';
import type { TimelineData } from './timelineData.js';
import type { TornadoData } from './tornado.js';
import type { TradeOffData } from './tradeOff.js';

/** What the page's script knows of a policy. */
export interface PagePolicy {
  readonly name: string;
  readonly hue: string;
}

/** What the charts of one scenario draw; the page carries it as JSON so that the script can draw them again. */
export interface ChartData {
  /** In the order of the places that the charts speak of. */
  readonly policies: readonly PagePolicy[];
  readonly tradeOff: TradeOffData | null;
  /** Cost against right answers, where models err. */
  readonly quality: TradeOffData | null;
  /** One for each reference to choose from; the one that the page begins with comes first. */
  readonly differences: readonly DifferencesData[];
  readonly tornado: TornadoData | null;
  readonly tail: TailData | null;
  readonly budget: BudgetData | null;
  readonly costs: readonly CostSplitData[];
  /** One for each policy where services call one another. */
  readonly callGraphs: readonly CallGraphData[];
  readonly latencyShares: LatencySharesData | null;
  readonly heatmaps: readonly HeatmapData[];
  readonly timelines: readonly TimelineData[];
}

/** Everything the page's script knows. */
export interface PageData {
  readonly scenarios: readonly ChartData[];
}
