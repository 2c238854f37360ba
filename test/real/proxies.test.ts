import { describe, expect, it, type TestContext } from 'vitest';
import { busySeconds, type Case, play } from './proxies/cases.js';
import { haproxyCases } from './proxies/haproxyCases.js';
import { nginxCases } from './proxies/nginxCases.js';
import { writeRow } from './proxies/page.js';
import { programOf } from './proxies/proxy.js';
import { lineOf, type Row, rowsOf } from './proxies/rows.js';

/**
 * A real proxy in front of real servers on loopback, which answer after a known time, and a scenario of the same: the same
 * requests at the same instants, and the time that the servers were seen to take. In turn, since they share the machine.
 */
function judge(rows: readonly Row[]): void {
  console.log(rows.map(lineOf).join('\n'));
  for (const row of rows) {
    expect(row.difference, lineOf(row)).toBeLessThanOrEqual(row.bar);
    if (process.env.DRYSCALE_WRITE_PROXIES === '1') writeRow(row);
  }
}

for (const [proxy, cases] of [['nginx', nginxCases] as const, ['haproxy', haproxyCases] as const]) {
  const isMissing = programOf(proxy) === undefined;
  describe.skipIf(isMissing)(`a scenario gives what ${proxy} gives`, () => {
    const judged =
      (kind: 'counts' | 'latencies') =>
      async (one: Case, { skip }: TestContext) => {
        const played = await play(one);
        const { lateSeconds } = played.real;
        const isBusy = lateSeconds > busySeconds[kind];
        skip(isBusy, `the machine is busy: timers came ${(1000 * lateSeconds).toFixed(1)} ms late`);
        judge(rowsOf(one, played, kind));
      };
    it.for(cases.filter(({ isLong }) => isLong !== true))('$what', { tags: ['ci'] }, judged('counts'));
    it.for(cases.filter(({ isLong }) => isLong === true))('$what', { tags: ['long'] }, judged('counts'));
    const timed = cases.filter(({ figures }) => figures.includes('latency'));
    it.for(timed)('$what: latencies', { tags: ['long'] }, judged('latencies'));
  });
  if (isMissing) it.skip(`skipped: ${proxy} is not installed (apt-get install ${proxy})`, { tags: ['ci'] }, () => {});
}
