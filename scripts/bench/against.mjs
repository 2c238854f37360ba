// Two builds in one interleaved run: `npm run bench -- --against FOLDER [--rows KEYS] [--rounds N]`.
import { resolve } from 'node:path';
import { median, millions, say, table } from './figures.mjs';
import { root } from './run.mjs';
import { measureRow } from './userRows.mjs';

/** A table of the rows: CPU time of ours and of the other checkout's program, round by round in turns, and their ratio. */
export async function againstBuild(rows, { folder, rounds, other }) {
  const builds = [root, resolve(other)];
  const seen = rows.map(() => builds.map(() => []));
  for (let round = 1; round <= rounds; round++) {
    for (const [index, row] of rows.entries()) {
      // Each begins every other round, so that neither always comes second.
      const order = round % 2 === 1 ? [0, 1] : [1, 0];
      for (const build of order) {
        const { requests, seconds } = await measureRow(row, { root: builds[build], folder });
        seen[index][build].push(requests / seconds);
      }
      const [ours, theirs] = seen[index].map((paces) => paces.at(-1));
      say(
        `round ${round} of ${rounds}: ${row.key}: ${millions(ours)} and ${millions(theirs)} M/s, ${(ours / theirs).toFixed(2)}x`,
      );
    }
  }
  const lines = rows.map(({ key, kind }, index) => {
    const [ours, theirs] = seen[index];
    const ratios = ours.map((pace, round) => pace / theirs[round]);
    const spread = `${Math.min(...ratios).toFixed(2)} .. ${Math.max(...ratios).toFixed(2)}`;
    return [key, kind, millions(median(ours)), millions(median(theirs)), `${median(ratios).toFixed(2)}x`, spread];
  });
  return table(['row', 'measured as', 'ours, M requests a CPU-second', `${other}`, 'ratio', 'of single rounds'], lines);
}
