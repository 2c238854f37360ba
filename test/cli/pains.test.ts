import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callCli } from '../support/callCli.js';
import { temporaryFolder } from '../support/runCli.js';

let folder = '';
let remove = (): void => {};
beforeAll(() => {
  ({ path: folder, remove } = temporaryFolder({}));
});
afterAll(() => remove());

const pains = (...args: string[]) => callCli(['pains', ...args], { cwd: folder });

describe('dryscale pains', () => {
  it('lists every pain with its figure and what mends it, those that are not built too', async () => {
    const { code, stdout } = await pains();
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^P7 {3}short-drain: Scale-in kills requests in flight .*\n {5}shows {2}.*\n {5}fix {4}a drain/m,
    );
    expect(stdout).toMatch(/^P11 {2}not built, waits for the Knative/m);
    const { pains: listed, pending } = JSON.parse((await pains('--json')).stdout);
    expect(
      listed.map(({ id }: { id: string }) => stdout.includes(`\n${id} `) || stdout.startsWith(`${id} `)),
    ).not.toContain(false);
    expect(pending.map(({ id }: { id: string }) => id)).toEqual(['P11']);
  });

  it.each([
    ['P77', ['"P77"', 'unknown', 'P7']],
    ['short-drian', ['did you mean "short-drain"?']],
    ['P11', ['not built yet', 'Knative']],
  ])('%s ends with 2 and says why', async (id, words) => {
    const { code, stderr } = await pains(id);
    expect(code).toBe(2);
    for (const word of words) expect(stderr).toContain(word);
  });

  it('runs every side of one as a scenario of its own, and misses with the side that hurts', {
    tags: ['ci'],
  }, async () => {
    const { code, stdout, stderr } = await pains('p7', '--runs', '2', '--report', 'json');
    expect(code, stderr).toBe(99);
    expect(stdout).toMatch(/^P7 short-drain: Scale-in kills/);
    expect(stdout).toContain('dryscale pains p7 --runs 2 --seed 1');
    const document = JSON.parse(readFileSync(join(folder, 'reports/latest/report.json'), 'utf8'));
    const aborted = document.scenarios.map(({ name, policies }: { name: string; policies: never[] }) => [
      name,
      // safe: the one policy of the pain
      (policies[0] as { measures: Record<string, { mean: number }> }).measures.requests_aborted.mean,
    ]);
    expect(aborted.map(([name]: [string]) => name)).toEqual(['short-drain-0s', 'short-drain-30s', 'short-drain-120s']);
    expect(aborted[0][1]).toBeGreaterThan(aborted[1][1]);
    expect(aborted[2][1]).toBe(0);
  });

  it('prints one document and nothing else with --json, and takes --set for all sides', async () => {
    const { stdout } = await pains('startup-cpu', '--runs', '2', '--json', '--set', 'duration=3m');
    const { scenarios } = JSON.parse(stdout);
    expect(scenarios.map(({ name, duration_s }: { name: string; duration_s: number }) => [name, duration_s])).toEqual([
      ['startup-cpu-no-probe', 180],
      ['startup-cpu-probe', 180],
    ]);
  });
});
