import type { Study } from '../../analysis/study.js';
import type { ChartData } from '../charts/chartData.js';
import { type Fineness } from './timelines.js';
/** The data of every chart of a scenario. */
export declare function chartDataOf(study: Study, fineness: Fineness): ChartData;
