import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resultSchema } from '../../src/results/results.js';
import { root, runCli, smallScenario, temporaryFolder } from '../support/runCli.js';

let cwd = '';
let remove = (): void => {};
beforeAll(() => {
  ({ path: cwd, remove } = temporaryFolder({ 'small.yaml': smallScenario }));
});
afterAll(() => remove());

/** Whether strace is there and may trace. */
const traces = spawnSync('strace', ['-qq', '-o', '/dev/null', '-e', 'inject=fsync:error=EIO', 'true']).status === 0;

const old = { 'report.html': '<title>old - dryscale</title>', 'report.json': '{"format": "dryscale-result/1"}' };
const args = ['run', 'small.yaml', '--runs', '1', '--quiet', '--out'];

/** The command on a folder with older reports, while one of its system calls fails. */
function straced(injection: string): { readonly code: number | null; readonly said: string; readonly folder: string } {
  const folder = mkdtempSync(join(cwd, 'out-'));
  for (const [name, text] of Object.entries(old)) writeFileSync(join(folder, name), text);
  const trace = ['-f', '-qq', '-o', '/dev/null', '-e', `trace=${injection.split(':')[0]}`, '-e', `inject=${injection}`];
  const command = [...trace, process.execPath, join(root, 'dist/cli/main.js'), ...args, folder];
  const { status, stdout, stderr } = spawnSync('strace', command, { cwd, encoding: 'utf8' });
  return { code: status, said: `${stdout}${stderr}`, folder };
}

const textOf = (folder: string, name: keyof typeof old): string => readFileSync(join(folder, name), 'utf8');
const temporaries = (folder: string): string[] => readdirSync(folder).filter((name) => name.startsWith('.'));

describe('a system call that fails under the command', () => {
  it('leaves both reports as they were when a full disk shows at fsync, and shows the results all the same', {
    tags: ['ci'],
  }, ({ skip }) => {
    if (!traces) return skip('strace is missing or may not trace');
    const { code, said, folder } = straced('fsync:error=ENOSPC:when=2');
    expect(code).toBe(106);
    expect(said).toContain('report.json  cannot be written: no space is left on the device (ENOSPC)');
    expect(said).toMatch(/report +could not be written/);
    for (const name of ['report.html', 'report.json'] as const) expect(textOf(folder, name)).toBe(old[name]);
    expect(temporaries(folder)).toEqual([]);
  });

  it('says which report is new when the second cannot be put in place', { tags: ['ci'] }, ({ skip }) => {
    if (!traces) return skip('strace is missing or may not trace');
    const { code, said, folder } = straced('rename:error=EACCES:when=2');
    expect(code).toBe(106);
    expect(said).toContain(`Written before it: ${join(folder, 'report.html')}.`);
    expect(textOf(folder, 'report.html')).toMatch(/<\/html>\s*$/);
    expect(textOf(folder, 'report.json')).toBe(old['report.json']);
    expect(temporaries(folder)).toEqual([]);
  });

  it('killed between the two leaves whole files, and the next run is not kept by its lock', { tags: ['ci'] }, ({
    skip,
  }) => {
    if (!traces) return skip('strace is missing or may not trace');
    const { code, folder } = straced('rename:signal=KILL:when=2');
    expect(code).not.toBe(0);
    expect(textOf(folder, 'report.html')).toMatch(/<\/html>\s*$/);
    expect(temporaries(folder)).toContain('.dryscale.lock');
    const calls = join(cwd, 'calls.txt');
    const trace = [
      '-f',
      '-qq',
      '-o',
      calls,
      '-e',
      'trace=open,openat',
      process.execPath,
      join(root, 'dist/cli/main.js'),
    ];
    expect(spawnSync('strace', [...trace, ...args, folder], { cwd }).status).toBe(0);
    // It asks for the lock once more after it was found left behind; who waits asks 500 times.
    const askedCount = [...readFileSync(calls, 'utf8').matchAll(/\.dryscale\.lock".*O_EXCL/g)].length;
    expect([1, 2]).toContain(askedCount);
    resultSchema.parse(JSON.parse(textOf(folder, 'report.json')));
    expect(temporaries(folder)).not.toContain('.dryscale.lock');
  });
});

describe('several programs that write into one folder at once', () => {
  it('never leave files of different runs beside each other', async () => {
    // Where fsync costs nothing, so that they meet often.
    const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'dryscale-'));
    const url = (path: string) => JSON.stringify(join(root, 'dist/modules/base/output', path));
    const code = `
      import { readFileSync } from 'node:fs';
      import { withFolderLock } from ${url('folderLock.js')};
      import { writeFiles } from ${url('writeFiles.js')};
      const paths = ['a', 'b', 'c'].map((name) => ${JSON.stringify(`${folder}/`)} + name);
      for (let round = 0; round < 60; round++) {
        writeFiles(paths.map((path) => ({ path, text: process.pid + ' ' + round })));
        const texts = withFolderLock(${JSON.stringify(folder)}, () => paths.map((path) => readFileSync(path, 'utf8')));
        if (new Set(texts).size !== 1) throw new Error('a mixed set: ' + texts);
      }`;
    const programs = [1, 2, 3].map(() =>
      spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: 'inherit' }),
    );
    const codes = await Promise.all(programs.map(async (program) => (await once(program, 'close'))[0]));
    expect(codes).toEqual([0, 0, 0]);
    expect(readdirSync(folder).sort()).toEqual(['a', 'b', 'c']);
    rmSync(folder, { recursive: true });
  });

  it('as whole commands both end well, with the reports of one of them', { tags: ['ci'] }, async () => {
    mkdirSync(join(cwd, 'both'));
    const runs = ['1', '2'].map((seed) => runCli([...args, 'both', '--seed', seed], { cwd }));
    expect((await Promise.all(runs)).map(({ code }) => code)).toEqual([0, 0]);
    const document = resultSchema.parse(JSON.parse(readFileSync(join(cwd, 'both/report.json'), 'utf8')));
    expect(document.command).toMatch(/--seed [12]/);
    expect(readFileSync(join(cwd, 'both/report.html'), 'utf8')).toContain(document.command ?? '');
  });
});
