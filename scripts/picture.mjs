// Draws the README's picture, docs/flash-sale.svg, from a report.json of scenarios/flash-sale.yaml.
// usage: node scripts/picture.mjs reports/latest/report.json
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';

const late = { name: 'target-cpu', colour: 'var(--late)', from: 1 };
const good = { name: 'predictive', colour: 'var(--good)', from: 1 };
const ink = 'var(--ink)';

// The picture brings its own ground: a page's theme and the reader's system need not agree.
const themes = `
:root { --bg: #ffffff; --ink: #16191f; --grid: #dfe2e8; --late: #a66100; --good: #006ee5; --bad: #ac2630; }
@media (prefers-color-scheme: dark) {
  :root { --bg: #111418; --ink: #eceff4; --grid: #2c323b; --late: #fea108; --good: #4786ff; --bad: #ff4b47; }
}`;

const [scenario] = JSON.parse(readFileSync(process.argv[2] ?? 'reports/latest/report.json', 'utf8')).scenarios;
const { document } = parseHTML('<!doctype html><html><body></body></html>');

function pointsOf(name) {
  const { timeline } = scenario.policies.find((policy) => policy.name === name);
  const [{ step_s, ready, needed }] = timeline;
  // Every 15 s: the picture is 860 pixels wide, and finer steps only make the file larger.
  const stride = Math.max(1, Math.round(15 / step_s));
  return ready
    .map((count, index) => ({ minutes: ((index + 1) * step_s) / 60, ready: count, needed: needed[index] }))
    .filter((_, index) => index % stride === 0);
}

function labelOf({ name }) {
  const { measures } = scenario.policies.find((policy) => policy.name === name);
  const p99 = measures.latency_all_p99_ms.mean;
  // Rounded down, as in the terminal: a share is never shown better than it is.
  const good = (Math.floor(measures.slo_attainment.mean * 1000) / 10).toFixed(1);
  const latency =
    p99 === null ? 'p99 unanswered' : p99 < 1000 ? `p99 ${p99.toFixed(0)} ms` : `p99 ${(p99 / 1000).toFixed(1)} s`;
  return `${name}: $${measures.cost_usd.mean.toFixed(2)}, ${good} % good, ${latency}`;
}

function marksOf({ name, colour }, y) {
  const points = pointsOf(name);
  const inFacet = { fy: () => y };
  const short = points.map((point) => ({ ...point, low: point.ready, high: Math.max(point.ready, point.needed) }));
  return [
    Plot.areaY(points, {
      x: 'minutes',
      y1: 'needed',
      y2: (point) => Math.max(point.needed, point.ready),
      fill: colour,
      fillOpacity: 0.14,
      curve: 'step',
      ...inFacet,
    }),
    Plot.areaY(short, {
      x: 'minutes',
      y1: 'low',
      y2: 'high',
      fill: 'var(--bad)',
      fillOpacity: 0.65,
      curve: 'step',
      ...inFacet,
    }),
    Plot.lineY(points, { x: 'minutes', y: 'needed', stroke: ink, strokeWidth: 1.2, curve: 'step', ...inFacet }),
    Plot.lineY(points, { x: 'minutes', y: 'ready', stroke: colour, strokeWidth: 2, curve: 'step', ...inFacet }),
    Plot.text([labelOf({ name })], {
      x: 0.3,
      y: 36,
      text: (label) => label,
      fill: colour,
      fontWeight: 600,
      fontSize: 14,
      textAnchor: 'start',
      ...inFacet,
    }),
  ];
}

const svg = Plot.plot({
  document,
  width: 860,
  height: 390,
  marginLeft: 46,
  marginRight: 18,
  marginTop: 28,
  marginBottom: 40,
  style: { fontSize: '12px', background: 'var(--bg)', color: ink },
  x: { label: 'minutes', domain: [0, scenario.duration_s / 60], ticks: 12, labelOffset: 34 },
  y: { label: 'instances', domain: [0, 40], ticks: [0, 10, 20, 30], grid: false, labelOffset: 40 },
  fy: { axis: null, padding: 0.1 },
  marks: [
    Plot.gridY([0, 10, 20, 30], { stroke: 'var(--grid)', strokeOpacity: 1 }),
    ...marksOf(late, 'a'),
    ...marksOf(good, 'b'),
    Plot.text(['red: users wait'], { x: 7.2, y: 22, fy: () => 'a', fill: 'var(--bad)', textAnchor: 'end' }),
    Plot.text(['needed'], { x: 13, y: 11, fy: () => 'a', fill: ink }),
    Plot.text(['ready'], { x: 13, y: 27, fy: () => 'a', fill: late.colour }),
  ],
});
svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
svg.setAttribute('font-family', '"Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif');
const style = document.createElement('style');
style.textContent = themes;
svg.prepend(style);
const out = join(dirname(fileURLToPath(import.meta.url)), '..', 'docs', 'flash-sale.svg');
writeFileSync(out, `${svg.outerHTML}\n`);
