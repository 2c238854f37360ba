// The rows of users against kernels of the same model in C and against SimPy, in turns.
import { median, millions, say, table } from './figures.mjs';
import { buildKernel, findSimpy, runKernel } from './rivals.mjs';
import { root } from './run.mjs';
import { latencyOf, measureRow } from './userRows.mjs';

/** How far the mean latency of ours and of a kernel may be apart: they are the same model, with other random numbers. */
const toleranceRatio = 0.01;

/** The table of rows, and of the mean latencies by which it is known that ours and the kernels are the same models. */
export async function usersTable(rows, { folder, rounds }) {
  const kernels = new Map(
    [...new Set(rows.flatMap(({ kernel = [] }) => kernel))].map((name) => [name, buildKernel(name, folder)]),
  );
  const simpy = findSimpy();
  const seen = rows.map((row) => ({ row, ours: [], kernel: [], simpy: [], latencies: [] }));
  for (let round = 1; round <= rounds; round++) {
    for (const one of seen) {
      const { row } = one;
      const ours = await measureRow(row, { root, folder });
      one.ours.push(pace(ours));
      const program = kernels.get(row.kernel);
      if (program !== undefined) {
        const kernel = await runKernel(program, row.kernelArgs(ours.measures));
        one.kernel.push(pace(kernel));
        if (round === 1) one.latencies = await agreeing(row, ours, kernel, folder);
      }
      if (simpy !== undefined && row.simpy !== undefined) one.simpy.push(pace(await simpy.measure(...row.simpy)));
      const texts = [one.ours, one.kernel, one.simpy].map((paces) =>
        paces.length === 0 ? '-' : millions(paces.at(-1)),
      );
      say(`round ${round} of ${rounds}: ${row.key}: ours ${texts[0]}, C ${texts[1]}, SimPy ${texts[2]} M/s`);
    }
  }
  const head = [
    'what users run',
    'measured as',
    'M requests a CPU-second',
    'kernel in C',
    'share of it',
    'SimPy',
    'ratio',
  ];
  const lines = seen.map(({ row, ours, kernel, simpy }) => [
    row.title,
    row.kind,
    `**${millions(median(ours))}**`,
    ...(kernel.length === 0 ? ['-', '-'] : [millions(median(kernel)), `${(100 * ratioOf(ours, kernel)).toFixed(0)} %`]),
    ...(simpy.length === 0 ? ['-', '-'] : [millions(median(simpy)), `${ratioOf(ours, simpy).toFixed(0)}x`]),
  ]);
  const agreements = seen.filter(({ latencies }) => latencies.length > 0);
  const texts = agreements.map(
    ({ row, latencies: [ours, theirs] }) => `${row.key} ${ours.toFixed(2)} and ${theirs.toFixed(2)} ms`,
  );
  const means = `Mean latencies of ours and of the kernel: ${texts.join(', ')}.`;
  return [
    table(head, lines),
    ...(texts.length === 0 ? [] : [means]),
    ...(simpy === undefined ? [] : [`SimPy: ${simpy.name}.`]),
  ];
}

const pace = ({ requests, seconds }) => requests / seconds;

/** Median of the rounds' ratios: the two runs of a round are near in time, so the machine was much the same for both. */
function ratioOf(paces, others) {
  return median(paces.map((pace, round) => pace / others[round]));
}

async function agreeing(row, measured, kernel, folder) {
  const ours = await latencyOf(row, measured, { root, folder });
  const theirs = kernel.latencyMilliseconds;
  if (Math.abs(ours / theirs - 1) > toleranceRatio)
    throw new Error(
      `${row.key}: the mean latency of ours is ${ours} ms, of ${row.kernel}.c ${theirs} ms: not the same model`,
    );
  return [ours, theirs];
}
