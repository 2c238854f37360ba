// @module-tag ci
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { root, runCli, temporaryFolder } from './support/runCli.js';

const page = readFileSync(join(root, 'README.md'), 'utf8');

function fileOf(name: string): string {
  const text = new RegExp(`<!-- file: ${name} -->\\n\`\`\`\\w+\\n([\\s\\S]*?)\`\`\``).exec(page)?.[1];
  if (text === undefined) throw new Error(`README.md has no ${name}`);
  return text;
}

/** The cluster whose bundle.json the reader has. */
const cluster = JSON.stringify({
  name: 'cluster',
  duration: '30m',
  traffic: { users: { executor: 'diurnal', mean: 60, peakToTrough: 6, period: '20m', peakAt: '10m' } },
  requests: { page: { route: 'web', cpu: { exponential: { mean: '20ms' } }, io: '20ms' } },
  services: {
    web: { instance: { vcpus: 1, cpuRequest: 0.25, startup: '20s' }, scaling: { min: 2, max: 10, initial: 4 } },
  },
});

const folder = temporaryFolder({
  'hpa.yaml': fileOf('hpa.yaml'),
  'deployment.yaml': fileOf('deployment.yaml'),
  'cluster.json': cluster,
});
afterAll(folder.remove);

describe('the five commands of README.md that lead from files to a line', () => {
  const block = /```sh\n(dryscale queries [\s\S]*?)```/.exec(page)?.[1] ?? '';
  const commands = block.trim().split('\n');

  it('work as they stand', async () => {
    const run = (line: string) =>
      runCli(
        [...line.replace(/#.*$/, '').matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain).slice(1),
        { cwd: folder.path },
      );
    for (const line of [
      'dryscale run cluster.json --policy hpa.yaml --replication 0 --out recorded',
      'dryscale export prometheus recorded/report.json --out bundle.json',
    ])
      expect((await run(line)).code, line).toBe(0);
    expect(commands).toHaveLength(5);
    for (const line of commands) {
      const { code, stdout, stderr } = await run(line);
      expect([0, 99], `${line}\n${stdout}${stderr}`).toContain(code);
    }
    expect(readFileSync(join(folder.path, 'hpa-best.yaml'), 'utf8')).toContain('averageUtilization');
  });
});
