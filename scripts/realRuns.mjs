// Lays four recorded runs of a Kubernetes HPA beside what `dryscale backtest` makes of them: the table and the picture with which docs/validation.md opens.
// usage: node scripts/realRuns.mjs FOLDER [--write], after npm run build; FOLDER holds the runs as real-run/1 documents, falling.json and so on
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const page = join(root, 'docs/validation.md');
const picture = join(root, 'docs/real-runs.svg');
const [, , folder, mode] = process.argv;
const names = ['falling', 'varied', 'rising-4', 'rising-2'];
/** A request's CPU, found on rising-4; the scenario has the same. */
const cpuSeconds = 0.085;
/** The HPA's window for scale-in, its default. */
const heldSeconds = 300;

const runs = names.map((name) => runOf(name));
const table = [
  '| recorded run | pods, on average | dryscale | formula | formula, held for 5 min |',
  '|---|---|---|---|---|',
  ...runs.map(({ name, real, errors }) => {
    const [own, formula, held] = [errors.simulated, errors.formula, errors.held].map((error) => error.toFixed(2));
    return `| ${name} | ${mean(real).toFixed(1)} | ${own} | ${formula} | ${held} |`;
  }),
].join('\n');
if (mode === '--write') {
  const text = readFileSync(page, 'utf8');
  writeFileSync(page, text.replace(/(<!-- real -->\n)[\s\S]*?(\n<!-- \/real -->)/, `$1${table}$2`));
  writeFileSync(picture, drawing());
} else
  console.log(
    `${table}\n${readFileSync(picture, 'utf8') === drawing() ? 'the picture is the same' : 'the picture differs'}`,
  );

function runOf(name) {
  const file = join(folder, `${name}.json`);
  const setting = ['scenarios/real/hpa-k3s.yaml', '--policy', 'policies/real/hpa-k3s.yaml'];
  const { curves } = backtest([...setting, '--actual', file, '--json']);
  const { real, simulated, seconds } = curves.find(({ measure }) => measure === 'replicas');
  const { steps, workload, autoscaler } = JSON.parse(readFileSync(file, 'utf8'));
  const needed = seconds.map((second) => {
    const rate = steps.findLast(({ startSeconds }) => startSeconds <= second)?.ratePerSecond ?? 0;
    const pods = Math.ceil((rate * cpuSeconds) / workload.cpuRequestCores);
    return Math.min(autoscaler.maxReplicas, Math.max(autoscaler.minReplicas, pods));
  });
  const held = needed.map((_, index) => Math.max(...needed.slice(Math.max(0, index - heldSeconds), index + 1)));
  const curvesOf = { real, simulated, formula: needed, held };
  const errors = Object.fromEntries(
    Object.entries(curvesOf).map(([key, curve]) => [
      key,
      mean(curve.map((count, index) => Math.abs(count - real[index]))),
    ]),
  );
  return { name, seconds, ...curvesOf, errors };
}

function backtest(args) {
  const options = { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28, stdio: ['ignore', 'pipe', 'ignore'] };
  try {
    return JSON.parse(execFileSync(process.execPath, ['dist/cli/main.js', 'backtest', ...args], options));
  } catch (thrown) {
    // A measure that is not believable is an answer too.
    if (thrown.status !== 99) throw thrown;
    return JSON.parse(thrown.stdout);
  }
}

function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function drawing() {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const ink = 'var(--ink)';
  const shown = runs.slice(0, 2);
  const svg = Plot.plot({
    document,
    width: 860,
    height: 420,
    marginLeft: 46,
    marginRight: 18,
    marginTop: 28,
    marginBottom: 40,
    style: { fontSize: '12px', background: 'var(--bg)', color: ink },
    x: { label: 'minutes', ticks: 10, labelOffset: 34 },
    y: { label: 'pods', domain: [0, 12], ticks: [0, 5, 10], labelOffset: 40 },
    fy: { axis: null, padding: 0.1 },
    marks: [
      Plot.gridY([0, 5, 10], { stroke: 'var(--grid)', strokeOpacity: 1 }),
      ...shown.flatMap((run) => [
        line(run, 'held', { stroke: 'var(--held)', strokeWidth: 1.2, strokeDasharray: '4 3' }),
        line(run, 'real', { stroke: ink, strokeWidth: 1.6 }),
        line(run, 'simulated', { stroke: 'var(--own)', strokeWidth: 2 }),
        label(
          run,
          0.5,
          11.2,
          `${run.name}: dryscale ${run.errors.simulated.toFixed(2)} pods from the real ones, the formula held for 5 min ${run.errors.held.toFixed(2)}`,
          ink,
        ),
      ]),
      ...[
        ['real pods', 46, ink],
        ['dryscale', 58, 'var(--own)'],
        ['formula, held for 5 min', 70, 'var(--held)'],
      ].map(([text, x, fill]) => label(shown[0], x, 8.6, text, fill)),
    ],
  });
  svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  svg.setAttribute('font-family', '"Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif');
  const style = document.createElement('style');
  // The picture brings its own ground: a page's theme and the reader's system need not agree.
  style.textContent = `
:root { --bg: #ffffff; --ink: #16191f; --grid: #dfe2e8; --own: #006ee5; --held: #a66100; }
@media (prefers-color-scheme: dark) {
  :root { --bg: #111418; --ink: #eceff4; --grid: #2c323b; --own: #4786ff; --held: #fea108; }
}`;
  svg.prepend(style);
  return `${svg.outerHTML}\n`;
}

/** Only the points at which a curve changes, and every 15 s: finer steps only make the file larger. */
function line(run, key, style) {
  const points = run.seconds
    .map((second, index) => ({ minutes: second / 60, pods: Math.round(run[key][index] * 100) / 100 }))
    .filter((_, index) => index % 15 === 0);
  return Plot.lineY(points, { x: 'minutes', y: 'pods', curve: 'step-after', fy: () => run.name, ...style });
}

function label(run, x, y, text, fill) {
  return Plot.text([text], { x, y, text: (one) => one, fy: () => run.name, fill, textAnchor: 'start', fontSize: 13 });
}
