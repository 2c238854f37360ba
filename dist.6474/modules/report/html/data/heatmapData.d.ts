import type { Study } from '../../analysis/study.js';
import { type HeatmapData } from '../charts/heatmap.js';
/** When answers were slow, per policy in the run shown, best first; empty where the document has none. */
export declare function heatmapDataOf({ ranked, scenario }: Study): HeatmapData[];
