import type { Study } from '../analysis/study.js';
import type { ChartData } from '../charts/chartData.js';
import { differencesDataOf } from './differencesData.js';
import { tailDataOf } from './tailData.js';
import { timelineDataOf } from './timelines.js';
import { tradeOffDataOf } from './tradeOffData.js';

/** Samples per curve that the script gets; a screen has few more pixels. */
const samplesMax = 720;

/** The data of every chart of a scenario. */
export function chartDataOf(study: Study): ChartData {
  return {
    tradeOff: tradeOffDataOf(study) ?? null,
    differences: differencesDataOf(study) ?? null,
    tail: tailDataOf(study) ?? null,
    timelines: timelineDataOf(study, { samplesMax }),
  };
}
