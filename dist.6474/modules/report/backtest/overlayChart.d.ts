import type { BacktestCurve, BacktestStretch } from '../../results/backtestResult.js';
import { type Canvas } from '../html/charts/canvas.js';
/** What was recorded in ink, what is simulated in a hue over the band of its runs; both named at their ends. */
export declare function drawOverlay({ curve, stretch, start, }: {
    readonly curve: BacktestCurve;
    readonly stretch: BacktestStretch;
    readonly start: string | undefined;
}, canvas: Canvas): any;
