import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { root } from '../support/runCli.js';

/** Ends a thread while it loads its file, at another moment each time; a name of its own gives each a pool of its own. */
const ending = `
  import { threadsOf } from './dist/modules/run/threads.js';
  for (let round = 0; round < 60; round++) {
    const pool = await threadsOf('${root}/dist/' + './'.repeat(round) + 'cli/worker.js').pool();
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 30 + (round * 7) % 170);
    await pool.run({}, { signal: controller.signal }).catch(() => {});
    await pool.destroy();
  }
  console.log('whole');
`;

it('a thread that is ended while it begins ends no process', { tags: ['ci'] }, () => {
  const { stdout, stderr, signal } = spawnSync(process.execPath, ['--input-type=module', '-e', ending], {
    cwd: root,
    encoding: 'utf8',
  });
  expect({ stdout, stderr, signal }).toEqual({ stdout: 'whole\n', stderr: '', signal: null });
});
