// Writes docs/pains.md and its picture from the shipped pains and the first run of each side.
// usage: node scripts/pains.mjs [--write], after npm run build; without --write it only says whether both are as they would be written
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const files = { page: join(root, 'docs/pains.md'), picture: join(root, 'docs/pains.svg') };

/** What is drawn of a pain where it is not the count of ready instances. */
const shownOf = {
  'retry-storm': { series: 'queue', says: 'requests waiting' },
  'short-drain': { measure: 'requests_aborted', says: 'requests aborted' },
  'no-capacity': { measure: 'actions_refused', says: 'refused calls' },
};
const width = 860;
const plot = { left: 46, right: 14, top: 42, height: 60 };
const blockHeight = 124;
const pointLimit = 160;

const { pains, pending } = dryscale(['pains', '--json']);
const made = { page: pageText(), picture: drawing() };
if (process.argv[2] === '--write') for (const name of Object.keys(files)) writeFileSync(files[name], made[name]);
const different = Object.keys(files).filter((name) => readFileSync(files[name], 'utf8') !== made[name]);
console.log(different.length === 0 ? 'page and picture are those of the runs' : `differs: ${different.join(', ')}`);
process.exitCode = different.length === 0 ? 0 : 1;

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
  const parts = pains.map(({ id, name, pain, figure, fix }) =>
    [`## ${id} ${name}`, '', pain, '', `- Shows: ${figure}`, `- Mended by: ${fix}`, ''].join('\n'),
  );
  return `# Pains

Known troubles with autoscaling, each as a scenario that shows what hurts, what mends it, and by how much. Look for yours, run it, and put
your own policy in: \`dryscale pains P1 --policy hpa.yaml\`. A pain exits with 99, because the side that hurts misses its thresholds.

<!-- runs: exit 0, output below -->
\`\`\`sh
dryscale pains
\`\`\`

\`\`\`text
P7   short-drain: Scale-in kills requests in flight (knative#3759, keda#1663).
\`\`\`

Numbers are those of the first run of each side. \`node scripts/pains.mjs --write\` writes this page and its picture anew.

![For each pain the instances, waiting requests, aborts or refused calls of every side over time](pains.svg)

${parts.join('\n')}
## Not built yet

${pending.map(({ id, pain, waitsFor }) => `- ${id}: ${pain} It waits for ${waitsFor}.`).join('\n')}
`;
}

function drawing() {
  const blocks = pains.map((pain, index) => `<g transform="translate(0 ${index * blockHeight})">${blockOf(pain)}</g>`);
  const height = pains.length * blockHeight;
  // The picture brings its own ground: a page's theme and the reader's system need not agree.
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="&quot;Segoe UI&quot;, Roboto, &quot;Helvetica Neue&quot;, Arial, sans-serif" font-size="13"><style>
:root { --bg: #ffffff; --ink: #16191f; --dim: #5b626e; --grid: #dfe2e8; --c0: #006ee5; --c1: #a66100; --c2: #8b3fc0; --c3: #0a7d5a; }
@media (prefers-color-scheme: dark) {
  :root { --bg: #111418; --ink: #eceff4; --dim: #a3abb8; --grid: #2c323b; --c0: #4786ff; --c1: #fea108; --c2: #c08cf5; --c3: #2fc79a; }
}
path { fill: none; stroke-width: 1.6; stroke-linejoin: round }
</style><rect width="${width}" height="${height}" fill="var(--bg)"/>
${blocks.join('\n')}
</svg>
`;
}

function blockOf({ id, name }) {
  const { scenarios } = dryscale(['pains', name, '--runs', '1', '--json', '--quiet', '--report', 'json']);
  const sides = scenarios.flatMap((scenario) =>
    scenario.policies.map((policy) => ({
      label: scenarios.length > 1 ? scenario.name.slice(name.length + 1) : labelOf(policy.name, scenario.policies),
      policy,
      minutes: scenario.duration_s / 60,
    })),
  );
  const { series = 'ready', measure, says = 'instances' } = shownOf[name] ?? {};
  const legend = sides
    .map(({ label }, index) => `<tspan fill="var(--c${index})" dx="12">${label.replaceAll('&', '&amp;')}</tspan>`)
    .join('');
  const head = `<text x="8" y="22" fill="var(--ink)"><tspan font-weight="600">${id} ${name}</tspan><tspan fill="var(--dim)" dx="10">${says}</tspan>${legend}</text>`;
  return head + (measure === undefined ? curvesOf(sides, series) : barsOf(sides, measure));
}

/** A policy's name without what it has in common with the others. */
function labelOf(name, policies) {
  const parameter = name.split('?')[1];
  return policies.every((one) => one.name.includes('?')) && parameter !== undefined ? parameter : name;
}

function curvesOf(sides, series) {
  const curves = sides.map(({ policy }) => policy.timeline[0][series]);
  const most = Math.max(...curves.flat());
  const span = width - plot.left - plot.right;
  const yOf = (value) => Math.round(plot.top + plot.height * (1 - value / most));
  const paths = curves.map((values, index) => {
    const stride = Math.max(1, Math.ceil(values.length / pointLimit));
    const steps = values.filter((_, at) => at % stride === 0);
    let text = `M${plot.left} ${yOf(steps[0])}`;
    let last = yOf(steps[0]);
    steps.forEach((value, at) => {
      const y = yOf(value);
      if (y === last && at < steps.length - 1) return;
      text += `H${Math.round(plot.left + (span * at) / (steps.length - 1))}${y === last ? '' : `V${y}`}`;
      last = y;
    });
    return `<path stroke="var(--c${index})" d="${text}"/>`;
  });
  const floor = plot.top + plot.height;
  const end = width - plot.right;
  const axis = `<path stroke="var(--grid)" d="M${plot.left} ${plot.top}H${end}M${plot.left} ${floor}H${end}"/>`;
  const tick = (x, y, text, anchor) =>
    `<text x="${x}" y="${y}" font-size="11" text-anchor="${anchor}" fill="var(--dim)">${text}</text>`;
  const ticks = [
    tick(plot.left - 6, plot.top + 4, most, 'end'),
    tick(plot.left - 6, floor + 4, 0, 'end'),
    tick(end, floor + 15, `${Math.round(sides[0].minutes)} min`, 'end'),
  ];
  return axis + paths.join('') + ticks.join('');
}

function barsOf(sides, measure) {
  const values = sides.map(({ policy }) => policy.measures[measure].mean);
  const most = Math.max(...values);
  const room = plot.height / values.length;
  const span = width - plot.left - plot.right - 60;
  return values
    .map((value, index) => {
      const y = Math.round(plot.top + index * room);
      const length = Math.round((span * value) / most);
      const bar = `<rect x="${plot.left}" y="${y}" width="${length}" height="${Math.round(room) - 4}" fill="var(--c${index})"/>`;
      return `${bar}<text x="${plot.left + length + 6}" y="${y + Math.round(room / 2) + 2}" font-size="11" fill="var(--ink)">${value}</text>`;
    })
    .join('');
}
