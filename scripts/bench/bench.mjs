// `npm run bench`: how fast, against whom, with how much memory. `-- --write` puts the tables into docs/performance.md.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { againstBuild } from './against.mjs';
import { median, millions, say, table } from './figures.mjs';
import { historyPolicy, manyRequests, models, quietWeek, smallPolicy } from './models.mjs';
import { findSimjs, findSimpy, measure, measureCalls, measureSideBySide, root, timeCommand } from './run.mjs';
import { rowsOf } from './userRows.mjs';

const { values: options } = parseArgs({
  options: {
    rows: { type: 'string', default: 'users' },
    rounds: { type: 'string' },
    quick: { type: 'boolean', default: false },
    against: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});
const rounds = Number(options.rounds ?? (options.quick ? 1 : 5));

/** [subject] requests per second in each round; round by round through all subjects, so that a slow minute slows them all. */
function paces(subjects) {
  const seen = subjects.map(() => []);
  for (let round = 1; round <= rounds; round++) {
    for (const [index, { name, run }] of subjects.entries()) {
      const { requests, seconds } = run();
      seen[index].push(requests / seconds);
      say(`round ${round} of ${rounds}: ${name}: ${millions(requests / seconds)} M/s`);
    }
  }
  return new Map(subjects.map(({ name }, index) => [name, seen[index]]));
}

const fastest = (paces) => millions(Math.max(...paces));

/** Median of the rounds' ratios: the two runs of a round are near in time, so the machine was much the same for both. */
const ratioOf = (paces, others) => median(paces.map((pace, round) => pace / others[round]));

function againstOthers() {
  const rivals = [findSimpy(), findSimjs()].filter((rival) => rival !== undefined);
  const others = rivals.flatMap(({ name, measure: run }) =>
    [8, 64].map((servers) => ({ name: `${name}, M/M/${servers}`, run: () => run(servers) })),
  );
  const ours = Object.entries(models).map(([name, model]) => ({ name, run: () => measure(model) }));
  // The rivals right behind the two queues they also run.
  const result = paces([...ours.slice(0, 2), ...others, ...ours.slice(2)]);
  const own = Object.keys(models).map((name) => [name, millions(median(result.get(name))), fastest(result.get(name))]);
  const ratios = [8, 64].map((servers) => {
    const mine = result.get(`M/M/${servers}`);
    const theirs = rivals.map(({ name }) => result.get(`${name}, M/M/${servers}`));
    const against = theirs.flatMap((paces) => [millions(median(paces)), `${ratioOf(mine, paces).toFixed(1)}x`]);
    return [`M/M/${servers}`, millions(median(mine)), ...against];
  });
  const many = result.get('1,000 x 8, least-requests, autoscaled');
  const few = result.get('10 x 8, least-requests, autoscaled');
  return [
    table(['model', 'ours, M requests/s', ...rivals.flatMap(({ name }) => [`${name}, M/s`, 'ratio'])], ratios),
    table(['model', 'M requests/s', 'fastest round'], own),
    `A request among 1,000 instances costs ${ratioOf(few, many).toFixed(2)} times what it costs among 10.`,
  ];
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
  const [rest, ...times] = subjects.map((model) => median([1, 2, 3].map(() => measure(model).seconds)));
  const ticks = (7 * 86_400) / 15;
  const microseconds = times.map((seconds) => (((seconds - rest) / ticks) * 1e6).toFixed(0));
  say(`policies: ${microseconds.join(' us, ')} us a tick`);
  return `A week of decisions in Lua every 15 s, ${ticks.toLocaleString('en')} of them, with what telemetry and the cloud do for each: ${microseconds[0]} µs a decision for a policy of one line, ${microseconds[1]} µs for target-cpu.lua, which formats a reason, ${microseconds[2]} µs for one that asks for an hour of history. The week without a policy takes ${rest.toFixed(2)} s.`;
}

/** The same run alone and twice side by side: how much two processes of this machine are. */
async function machineCeiling() {
  const model = models['M/M/64'];
  const alone = median([1, 2, 3].map(() => measure(model).seconds));
  const pairs = [];
  for (let round = 0; round < 3; round++) {
    pairs.push(Math.max(...(await measureSideBySide([model, model])).map(({ seconds }) => seconds)));
  }
  return (2 * alone) / median(pairs);
}

async function workers() {
  const folder = mkdtempSync(join(tmpdir(), 'dryscale-bench-'));
  const file = join(folder, 'scenario.json');
  writeFileSync(file, JSON.stringify(models['M/M/64'].scenario));
  const args = ['run', file, '--policy', 'none', '--runs', '20', '--quiet'];
  const seconds = [1, 2].map((count) =>
    median([1, 2, 3].map(() => timeCommand([...args, '--workers', `${count}`]).seconds)),
  );
  rmSync(folder, { recursive: true });
  const ceiling = await machineCeiling();
  say(`workers: ${seconds.map((value) => value.toFixed(1)).join(' s, ')} s; side by side ${ceiling.toFixed(2)}`);
  return `20 replications of M/M/64: ${seconds[0].toFixed(1)} s with one worker, ${seconds[1].toFixed(1)} s with two: ${(seconds[0] / seconds[1]).toFixed(2)} times as fast. Two processes of one run each, side by side and without any of ours between them, do ${ceiling.toFixed(2)} times the work of one on this machine.`;
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
  const policies = ['policies/target-cpu.lua', 'policies/target-cpu.lua?target=0.65'].flatMap((one) => [
    '--policy',
    one,
  ]);
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
  const folder = mkdtempSync(join(tmpdir(), 'dryscale-bench-'));
  const { scenarios } = JSON.parse(timeCommand([...command, folder]).stdout);
  rmSync(folder, { recursive: true });
  const rows = ['cost_usd', 'latency_mean_ms', 'slo_attainment', 'requests_offered'].map((name) => {
    const [a, b] = scenarios[0].policies.map(({ replications }) => replications.map(({ measures }) => measures[name]));
    const paired = variance(a.map((value, index) => value - b[index]));
    const unpaired = variance(a) + variance(b);
    return [name, paired === 0 ? 'no difference in any run' : `${(unpaired / paired).toPrecision(2)}x`];
  });
  say(`common random numbers: ${rows.map((row) => row.join(' ')).join(', ')}`);
  return `target-cpu.lua at 0.7 and at 0.65 on flash-sale, 30 runs:\n\n${table(['difference of', 'variance of unpaired runs / of paired ones'], rows)}`;
}

function variance(values) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}

if (options.against !== undefined) {
  const folder = mkdtempSync(join(tmpdir(), 'dryscale-bench-'));
  process.stdout.write(`${await againstBuild(rowsOf(options.rows), { folder, rounds, other: options.against })}\n`);
  rmSync(folder, { recursive: true });
  process.exit(0);
}

const machine = `Node ${process.versions.node}, ${cpus().length} x ${cpus()[0].model.trim()}, medians of ${rounds} interleaved rounds`;
const parts = [machine, ...againstOthers(), memory(), policyTicks(), await workers(), calls(), commonNumbers()];
const text = parts.join('\n\n');
process.stdout.write(`${text}\n`);
if (options.write) {
  const page = join(root, 'docs/performance.md');
  const measured = /(?<=<!-- measured -->\n)[\s\S]*(?=<!-- \/measured -->)/;
  writeFileSync(
    page,
    readFileSync(page, 'utf8').replace(measured, () => `\n${text}\n\n`),
  );
}
