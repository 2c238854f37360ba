// Writes docs/pains.md and a picture of each pain from the shipped pains and the first run of each side.
// usage: node scripts/pains.mjs [--write], after npm run build; without --write it only says whether all are as they would be written
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const docs = join(root, 'docs');

/** What is drawn of a pain where it is not the count of ready instances. */
const shownOf = {
  'retry-storm': { series: 'queue', says: 'requests waiting' },
  'short-drain': { measure: 'requests_aborted', says: 'requests aborted' },
  'full-pools': { measure: 'latency_p99_ms', says: 'p99 of the pages answered, ms' },
  'no-capacity': { measure: 'actions_refused', says: 'refused calls' },
  'gray-failure': { measure: 'requests_failed', per: 'requests_offered', says: 'requests failed, %' },
};
const width = 760;
const plot = { left: 46, right: 190, top: 32, height: 84 };
const height = 142;
const lineHeight = 15;
const pointLimit = 160;
/** Beside the colours, by which the sides are told apart in print and by whoever does not see colours. */
const dashes = ['', '7 3', '2 3', '9 3 2 3'];

const { pains, pending } = dryscale(['pains', '--json']);
const made = { 'pains.md': pageText() };
for (const pain of pains) made[pictureOf(pain)] = drawing(pain);
if (process.argv[2] === '--write') {
  mkdirSync(join(docs, 'pains'), { recursive: true });
  for (const name of Object.keys(made)) writeFileSync(join(docs, name), made[name]);
}
const different = Object.keys(made).filter((name) => textOf(join(docs, name)) !== made[name]);
console.log(different.length === 0 ? 'page and pictures are those of the runs' : `differs: ${different.join(', ')}`);
process.exitCode = different.length === 0 ? 0 : 1;

function pictureOf({ name }) {
  return `pains/${name}.svg`;
}

function textOf(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

function dryscale(args) {
  const folder = mkdtempSync(join(tmpdir(), 'pains-'));
  const options = { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 28 };
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'dist/cli/main.js'), ...args], options);
  rmSync(folder, { recursive: true });
  // The side that hurts misses its thresholds.
  if (status !== 0 && status !== 99) throw new Error(stderr);
  return JSON.parse(stdout);
}

function pageText() {
  const parts = pains.map((pain) => {
    const { id, name, pain: trouble, figure, fix, warnings } = pain;
    const picture = `![${saysOf(pain)} of each side: ${figure}](${pictureOf(pain)})`;
    const warned = warnings.map(({ side, code }) => `- Before any run \`validate\` warns of ${side}: \`${code}\`.`);
    const points = [`- Shows: ${figure}`, `- Mended by: ${fix}`, ...warned];
    return [`## ${id} ${name}`, '', trouble, '', picture, '', ...points, ''].join('\n');
  });
  return `# Pains

Known troubles with autoscaling, each as a scenario that shows what hurts, what mends it, and by how much. Look for yours, run it, and put
your own policy in: \`dryscale pains P1 --policy hpa.yaml\`. A pain exits with 99, because the side that hurts misses its thresholds.

| | pain | mended by |
| --- | --- | --- |
${pains.map(({ id, name, pain, fix }) => `| [${id} ${name}](#${id.toLowerCase()}-${name}) | ${pain} | ${fix} |`).join('\n')}

Numbers and pictures are those of the first run of each side. \`node scripts/pains.mjs --write\` makes this page and its pictures anew.

${parts.join('\n')}
## Not built yet

${pending.map(({ id, pain, waitsFor }) => `- ${id}: ${pain} It waits for ${waitsFor}.`).join('\n')}
`;
}

function saysOf({ name }) {
  return shownOf[name]?.says ?? 'instances';
}

/** The picture brings its own ground: a page's theme and the reader's system need not agree. */
function drawing(pain) {
  const { name } = pain;
  const sides = sidesOf(name);
  const { series = 'ready', measure, per } = shownOf[name] ?? {};
  const body = measure === undefined ? curvesOf(sides, series) : barsOf(sides, measure, per);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="&quot;Segoe UI&quot;, Roboto, &quot;Helvetica Neue&quot;, Arial, sans-serif" font-size="12"><style>
:root { --bg: #ffffff; --ink: #16191f; --dim: #5b626e; --grid: #dfe2e8; --c0: #006ee5; --c1: #a66100; --c2: #8b3fc0; --c3: #0a7d5a; }
@media (prefers-color-scheme: dark) {
  :root { --bg: #111418; --ink: #eceff4; --dim: #a3abb8; --grid: #2c323b; --c0: #4786ff; --c1: #fea108; --c2: #c08cf5; --c3: #2fc79a; }
}
path { fill: none; stroke-width: 1.8; stroke-linejoin: round }
</style><rect width="${width}" height="${height}" fill="var(--bg)"/>
<text x="${plot.left}" y="18" fill="var(--dim)">${saysOf(pain)}</text>
${body}
</svg>
`;
}

function sidesOf(name) {
  const { scenarios } = dryscale(['pains', name, '--runs', '1', '--json', '--quiet', '--report', 'json']);
  return scenarios.flatMap((scenario) =>
    scenario.policies.map((policy) => ({
      label: scenarios.length > 1 ? scenario.name.slice(name.length + 1) : labelOf(policy.name, scenario.policies),
      policy,
      minutes: scenario.duration_s / 60,
    })),
  );
}

/** A policy's name without what it has in common with the others. */
function labelOf(name, policies) {
  const [base, parameter] = name.split('?');
  const isSwept = policies.every((one) => one.name.startsWith(`${base}?`));
  return parameter !== undefined && (isSwept || name.length > 28) ? parameter : name;
}

function text(x, y, words, { anchor = 'start', fill = 'var(--dim)', size = 11 } = {}) {
  return `<text x="${x}" y="${y}" font-size="${size}" text-anchor="${anchor}" fill="${fill}">${words}</text>`;
}

function escaped(words) {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function curvesOf(sides, series) {
  const curves = sides.map(({ policy }) => policy.timeline[0][series]);
  const most = Math.max(...curves.flat());
  const yOf = (value) => Math.round(plot.top + plot.height * (1 - value / most));
  const end = width - plot.right;
  const floor = plot.top + plot.height;
  const paths = curves.map(
    (values, index) =>
      `<path stroke="var(--c${index})" stroke-dasharray="${dashes[index]}" d="${stepsOf(values, yOf, end - plot.left)}"/>`,
  );
  const labels = apart(curves.map((values) => yOf(values.at(-1)))).map((y, index) =>
    text(end + 8, y + 4, escaped(sides[index].label), { fill: `var(--c${index})`, size: 12 }),
  );
  return [
    `<path stroke="var(--grid)" d="M${plot.left} ${plot.top}H${end}M${plot.left} ${floor}H${end}"/>`,
    ...paths,
    ...labels,
    text(plot.left - 6, plot.top + 4, most, { anchor: 'end' }),
    text(plot.left - 6, floor + 4, 0, { anchor: 'end' }),
    text(plot.left, floor + 17, '0 min'),
    text(end, floor + 17, `${Math.round(sides[0].minutes)} min`, { anchor: 'end' }),
  ].join('\n');
}

function stepsOf(values, yOf, span) {
  const stride = Math.max(1, Math.ceil(values.length / pointLimit));
  const steps = values.filter((_, at) => at % stride === 0);
  let d = `M${plot.left} ${yOf(steps[0])}`;
  let last = yOf(steps[0]);
  steps.forEach((value, at) => {
    const y = yOf(value);
    if (y === last && at < steps.length - 1) return;
    d += `H${Math.round(plot.left + (span * at) / (steps.length - 1))}${y === last ? '' : `V${y}`}`;
    last = y;
  });
  return d;
}

/** The heights of labels, moved until each has a line of its own. */
function apart(heights) {
  const order = heights.map((_, index) => index).sort((one, other) => heights[one] - heights[other] || one - other);
  const room = plot.top + plot.height - lineHeight * (heights.length - 1);
  const placed = [];
  let least = 0;
  order.forEach((index, rank) => {
    placed[index] = Math.max(Math.min(heights[index], room + lineHeight * rank), least);
    least = placed[index] + lineHeight;
  });
  return placed;
}

/** @param per the measure of which it is a share, in percent */
function barsOf(sides, measure, per) {
  const values = sides.map(({ policy: { measures } }) =>
    per === undefined ? measures[measure].mean : (100 * measures[measure].mean) / measures[per].mean,
  );
  const most = Math.max(...values);
  const room = (plot.height + 16) / values.length;
  const left = 160;
  const span = width - left - 80;
  return values
    .map((value, index) => {
      const y = Math.round(plot.top + index * room);
      const middle = y + Math.round(room / 2) + 2;
      const length = Math.round((span * value) / most);
      return [
        text(left - 8, middle, escaped(sides[index].label), { anchor: 'end', fill: `var(--c${index})`, size: 12 }),
        `<rect x="${left}" y="${y}" width="${length}" height="${Math.round(room) - 4}" fill="var(--c${index})"/>`,
        text(left + length + 6, middle, Math.round(value * 10) / 10, { fill: 'var(--ink)', size: 12 }),
      ].join('');
    })
    .join('\n');
}
