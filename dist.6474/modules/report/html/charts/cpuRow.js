import * as Plot from '@observablehq/plot';
import { rowGround, rowOptions, samplesInView, sampleX, sampleY } from './timelineFrame.js';
const size = { height: 54, top: 12, bottom: 8 };
/** Utilization of one policy's ready instances, 0 to 100 %. */
export function drawCpuRow(data, row, canvas, view, isFirst) {
    const points = samplesInView(row.cpu, view).map(([t, value]) => [t, Math.min(1, Math.max(0, value))]);
    return Plot.plot({
        ...rowOptions(canvas, view, size),
        y: { domain: [0, 1] },
        marks: [
            ...rowGround(data, canvas, view, size),
            Plot.ruleY([0, 0.5, 1], { stroke: 'var(--grid)' }),
            Plot.axisY([0, 1], { tickFormat: (share) => `${share * 100}`, tickSize: 0, label: null }),
            Plot.areaY(points, { x: sampleX, y: sampleY, fill: row.color, fillOpacity: 0.1, clip: true }),
            Plot.lineY(points, { x: sampleX, y: sampleY, stroke: row.color, strokeWidth: 1.1, clip: true }),
            isFirst
                ? Plot.text(['cpu, %'], {
                    frameAnchor: 'top-left',
                    text: (text) => text,
                    dx: 5,
                    dy: 6,
                    fontSize: 11.5,
                    stroke: 'var(--bg)',
                    strokeWidth: 3,
                    fill: 'var(--ink3)',
                })
                : null,
        ],
    });
}
