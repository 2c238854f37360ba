import type { Study } from '../../analysis/study.js';
import type { ChartData } from '../charts/chartData.js';
import { budgetDataOf } from './budgetData.js';
import { callGraphDataOf, latencySharesDataOf } from './callGraphData.js';
import { costSplitDataOf } from './costSplitData.js';
import { differencesDataOf } from './differencesData.js';
import { heatmapDataOf } from './heatmapData.js';
import { tailDataOf } from './tailData.js';
import { type Fineness, timelineDataOf } from './timelines.js';
import { tornadoDataOf } from './tornadoData.js';
import { qualityDataOf, tradeOffDataOf } from './tradeOffData.js';

/** The data of every chart of a scenario. */
export function chartDataOf(study: Study, fineness: Fineness): ChartData {
  return {
    policies: study.candidates.map(({ name, style: { hue } }) => ({ name, hue })),
    tradeOff: tradeOffDataOf(study) ?? null,
    quality: qualityDataOf(study) ?? null,
    differences: differencesDataOf(study),
    tornado: tornadoDataOf(study),
    tail: tailDataOf(study) ?? null,
    budget: budgetDataOf(study, fineness) ?? null,
    costs: costSplitDataOf(study),
    callGraphs: callGraphDataOf(study),
    latencyShares: latencySharesDataOf(study) ?? null,
    heatmaps: heatmapDataOf(study),
    timelines: timelineDataOf(study, fineness),
  };
}
