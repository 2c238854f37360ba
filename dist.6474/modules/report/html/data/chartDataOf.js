import { budgetDataOf } from './budgetData.js';
import { costSplitDataOf } from './costSplitData.js';
import { differencesDataOf } from './differencesData.js';
import { heatmapDataOf } from './heatmapData.js';
import { tailDataOf } from './tailData.js';
import { timelineDataOf } from './timelines.js';
import { tornadoDataOf } from './tornadoData.js';
import { tradeOffDataOf } from './tradeOffData.js';
/** The data of every chart of a scenario. */
export function chartDataOf(study, fineness) {
    return {
        policies: study.candidates.map(({ name, style: { hue } }) => ({ name, hue })),
        tradeOff: tradeOffDataOf(study) ?? null,
        differences: differencesDataOf(study),
        tornado: tornadoDataOf(study),
        tail: tailDataOf(study) ?? null,
        budget: budgetDataOf(study, fineness) ?? null,
        costs: costSplitDataOf(study),
        heatmaps: heatmapDataOf(study),
        timelines: timelineDataOf(study, fineness),
    };
}
