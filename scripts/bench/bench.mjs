// `npm run bench`: how fast, against whom, with how much memory. CONTRIBUTING.md names its options.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { againstBuild } from './against.mjs';
import { median, millions, say, table } from './figures.mjs';
import { historyPolicy, manyRequests, models, quietWeek, smallPolicy } from './models.mjs';
import { findSimjs, findSimpy } from './rivals.mjs';
import { measure, measureCalls, measureSideBySide, root, timeCommand } from './run.mjs';
import { rowsOf } from './userRows.mjs';
import { usersTable } from './users.mjs';

const { values: options } = parseArgs({
  options: {
    rows: { type: 'string' },
    rounds: { type: 'string' },
    quick: { type: 'boolean', default: false },
    against: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});
const rounds = Number(options.rounds ?? (options.quick ? 1 : 3));
const folder = mkdtempSync(join(tmpdir(), 'dryscale-bench-'));

/** The models of a single part each, and SimPy and simjs on the two queues among them; round by round through all. */
async function byPart() {
  const simpy = findSimpy();
  const simjs = findSimjs(folder);
  const rivals = [
    simpy && { name: simpy.name, run: (servers) => simpy.measure('queue_simpy.py', [servers, 60_000]) },
    simjs && { name: simjs.name, run: (servers) => simjs.measure(servers) },
  ].filter((rival) => rival !== undefined);
  const others = rivals.flatMap(({ name, run }) =>
    [8, 64].map((servers) => ({ name: `${name}, M/M/${servers}`, run: () => run(servers) })),
  );
  const ours = Object.entries(models).map(([name, model]) => ({ name, run: () => measure(model) }));
  const seen = new Map();
  for (let round = 1; round <= rounds; round++) {
    // The rivals right behind the two queues they also run.
    for (const { name, run } of [...ours.slice(0, 2), ...others, ...ours.slice(2)]) {
      const { requests, seconds } = await run();
      seen.set(name, [...(seen.get(name) ?? []), requests / seconds]);
      say(`round ${round} of ${rounds}: ${name}: ${millions(requests / seconds)} M/s`);
    }
  }
  const lines = ours.map(({ name }) => {
    const paces = seen.get(name);
    const against = rivals.flatMap((rival) => {
      const theirs = seen.get(`${rival.name}, ${name}`);
      if (theirs === undefined) return ['-', '-'];
      return [millions(median(theirs)), `${median(paces.map((pace, round) => pace / theirs[round])).toFixed(1)}x`];
    });
    return [name, millions(median(paces)), ...against];
  });
  return table(['model, a slope', 'M requests a CPU-second', ...rivals.flatMap(({ name }) => [name, 'ratio'])], lines);
}

function memory() {
  const [small, large] = [1e6, 50e6].map((count) => measure({ scenario: manyRequests(count), isWarm: false }));
  say(`memory: ${small.megabytes.toFixed(0)} MB, ${large.megabytes.toFixed(0)} MB`);
  const difference = (large.megabytes - small.megabytes).toFixed(0);
  return `Peak memory of a process: ${small.megabytes.toFixed(0)} MB with 1 M requests, ${large.megabytes.toFixed(0)} MB with 50 M: ${difference} MB more. The 50 M took ${large.seconds.toFixed(1)} s.`;
}

function policyTicks() {
  const subjects = [
    { scenario: quietWeek },
    { scenario: quietWeek, policy: smallPolicy },
    { scenario: quietWeek, policyFile: join(root, 'policies/target-cpu.lua') },
    { scenario: quietWeek, policy: historyPolicy },
  ];
  const [rest, ...times] = subjects.map((model) => measure(model).seconds);
  const ticks = (7 * 86_400) / 15;
  const microseconds = times.map((seconds) => (((seconds - rest) / ticks) * 1e6).toFixed(0));
  say(`policies: ${microseconds.join(' us, ')} us a tick`);
  return `A week of decisions in Lua every 15 s, one run each, ${ticks.toLocaleString('en')} of them, with what telemetry and the cloud do for each: ${microseconds[0]} µs a decision for a policy of one line, ${microseconds[1]} µs for target-cpu.lua, which formats a reason, ${microseconds[2]} µs for one that asks for an hour of history. The week without a policy takes ${rest.toFixed(2)} s.`;
}

/** The same run alone and twice side by side, by the clock: how much two processes of this machine are. */
async function machineCeiling() {
  const model = models['M/M/64'];
  const alone = measure(model).wallSeconds;
  const pair = await measureSideBySide([model, model]);
  return (2 * alone) / Math.max(...pair.map(({ wallSeconds }) => wallSeconds));
}

async function workers() {
  const file = join(folder, 'scenario.json');
  writeFileSync(file, JSON.stringify(models['M/M/64'].scenario));
  const args = ['run', file, '--policy', 'none', '--runs', '10', '--quiet', '--out', join(folder, 'reports')];
  const [one, two] = [1, 2].map((count) => timeCommand([...args, '--workers', `${count}`]).seconds);
  const ceiling = await machineCeiling();
  say(`workers: ${one.toFixed(1)} s, ${two.toFixed(1)} s; side by side ${ceiling.toFixed(2)}`);
  return `10 replications of M/M/64, once each by the clock: ${one.toFixed(1)} s with one worker, ${two.toFixed(1)} s with two: ${(one / two).toFixed(2)} times as fast. Two processes of one run each, side by side and without any of ours between them, do ${ceiling.toFixed(2)} times the work of one on this machine.`;
}

/** What a call of `simulate` costs beside its runs. */
function calls() {
  const texts = ['static:3', join(root, 'policies/target-cpu.lua')].map((policy) => {
    const [mean, first] = [1, 2, 3].map(() => measureCalls(policy)).toSorted(([a], [b]) => a - b)[1];
    return `${policy.startsWith('static') ? 'static:3' : 'target-cpu.lua'} ${mean.toFixed(3)} s a call, the first ${first.toFixed(2)} s`;
  });
  say(`calls: ${texts.join('; ')}`);
  return `Twenty calls of \`simulate\` in one process, 2 runs of 6,000 requests each, in processor time: ${texts.join('; ')}.`;
}

/** How much narrower the difference of two policies is because both meet the same traffic. */
function commonNumbers() {
  const targets = [0.6, 0.65];
  const policies = targets.flatMap((target) => ['--policy', `policies/target-cpu.lua?target=${target}`]);
  const command = [
    'compare',
    'scenarios/flash-sale.yaml',
    ...policies,
    '--runs',
    '30',
    '--json',
    '--gate',
    'any',
    '--out',
  ];
  const { scenarios } = JSON.parse(timeCommand([...command, join(folder, 'reports')]).stdout);
  const rows = ['cost_usd', 'latency_mean_ms', 'slo_attainment', 'requests_offered'].map((name) => {
    const [a, b] = scenarios[0].policies.map(({ replications }) => replications.map(({ measures }) => measures[name]));
    const paired = variance(a.map((value, index) => value - b[index]));
    const unpaired = variance(a) + variance(b);
    return [name, paired === 0 ? 'no difference in any run' : `${(unpaired / paired).toPrecision(2)}x`];
  });
  say(`common random numbers: ${rows.map((row) => row.join(' ')).join(', ')}`);
  return `target-cpu.lua at ${targets.join(' and at ')} on flash-sale, 30 runs:\n\n${table(['difference of', 'variance of unpaired runs / of paired ones'], rows)}`;
}

function variance(values) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}

/** The whole page, or what the options ask for. */
async function parts() {
  if (options.against !== undefined)
    return [await againstBuild(rowsOf(options.rows), { folder, rounds, other: options.against })];
  const users = await usersTable(rowsOf(options.rows), { folder, rounds });
  if (options.rows !== undefined) return users;
  const policies = policyTicks();
  return [machine, ...users, await byPart(), memory(), policies, await workers(), calls(), commonNumbers()];
}

const machine = `Node ${process.versions.node}, ${cpus().length} x ${cpus()[0].model.trim()}; CPU seconds, medians of ${rounds} rounds that go through all rows in turn.`;
const text = (await parts()).join('\n\n');
process.stdout.write(`${text}\n`);
rmSync(folder, { recursive: true });
if (options.write && options.rows === undefined && options.against === undefined) {
  const page = join(root, 'docs/performance.md');
  const measured = /(?<=<!-- measured -->\n)[\s\S]*(?=<!-- \/measured -->)/;
  writeFileSync(
    page,
    readFileSync(page, 'utf8').replace(measured, () => `\n${text}\n\n`),
  );
}
