import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ProblemError } from '../../src/base/problem.js';
import { openUserFile, optionalText, readUserText, type UserFile } from '../../src/base/userFile.js';
import { openTrace } from '../../src/traffic/trace/openTrace.js';

const folder = mkdtempSync(join(tmpdir(), 'dryscale-user-file-'));
const at = (name: string) => join(folder, name);
const file = (path: string, more: Partial<UserFile> = {}): UserFile => ({
  path,
  limitBytes: 1000,
  why: 'The test needs it.',
  ...more,
});

beforeAll(() => {
  execFileSync('mkfifo', [at('fifo')]);
  mkdirSync(at('folder'));
  symlinkSync(at('loop'), at('loop'));
  symlinkSync(at('fifo'), at('link-to-fifo'));
  writeFileSync(at('plain'), 'text');
  writeFileSync(at('large'), 'x'.repeat(1001));
  writeFileSync(at('huge'), '');
  truncateSync(at('huge'), 3 * 2 ** 30);
  writeFileSync(at('latin1'), Buffer.from([0x61, 0xe9, 0x62]));
  writeFileSync(at('utf16'), Buffer.from('\ufeffname', 'utf16le'));
  writeFileSync(at('utf16-bare'), Buffer.from('name', 'utf16le').swap16());
  writeFileSync(at('marked'), '\ufefftext');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function problemOf(act: () => unknown) {
  try {
    act();
  } catch (thrown) {
    if (thrown instanceof ProblemError) return thrown.problems[0];
    throw thrown;
  }
  return expect.unreachable('was read');
}

describe('a file that somebody else named', () => {
  it.each([
    ['missing', 'not-found', 'is not found'],
    ['plain/below', 'not-found', 'a part of its path is a file'],
    [`${'n'.repeat(300)}`, 'not-found', 'name is too long'],
    ['nul\0', 'not-found', 'NUL'],
    ['folder', 'is-a-folder', 'is a folder, not a regular file'],
    ['loop', 'link-loop', 'loop'],
    ['fifo', 'not-a-file', 'is a named pipe (FIFO), not a regular file'],
    ['link-to-fifo', 'not-a-file', 'regular file'],
    ['large', 'too-large', 'is 1001 bytes, more than the size limit of 1000'],
    ['huge', 'too-large', 'is 3221225472 bytes'],
    ['latin1', 'bad-encoding', 'is not in the encoding UTF-8'],
    ['utf16', 'bad-encoding', 'looks like UTF-16'],
    ['utf16-bare', 'bad-encoding', 'looks like UTF-16'],
  ])('%s ends as %s, also where pipes may be', (name, code, what) => {
    for (const mayBePipe of [false, true]) {
      const problem = problemOf(() => readUserText(file(at(name), { shown: name, mayBePipe })));
      expect(problem).toMatchObject({ code, where: { file: name } });
      expect(problem.what).toContain(what);
    }
  });

  it.each(['/dev/zero', '/dev/tty', '/dev/random', '/dev/null', '/dev/fd/999'])('%s is never read', (path) => {
    expect(['not-a-file', 'not-found']).toContain(
      problemOf(() => expect(readUserText(file(path, { mayBePipe: true }))).toBe('none')).code,
    );
  });

  it('is text without a byte order mark', () => {
    expect(readUserText(file(at('marked')))).toBe('text');
    expect(optionalText(at('fifo'), 1000)).toBeUndefined();
  });

  it('is read as far as it went when it was opened', () => {
    writeFileSync(at('log'), 'one\n');
    const opened = openUserFile(file(at('log')));
    appendFileSync(at('log'), 'two\n');
    const buffer = new Uint8Array(100);
    expect([opened.read(buffer), opened.read(buffer)]).toEqual([4, 0]);
    opened.close();
  });

  it('has the words and the code of its caller', () => {
    const words = () => ({ code: 'baseline-not-found', fix: 'write one.' });
    const problem = problemOf(() => readUserText(file(at('missing'), { words })));
    expect(problem).toMatchObject({ code: 'baseline-not-found', what: 'is not found', fix: 'write one.' });
  });

  it.each([
    ['missing', 'missing-trace', 'does not exist'],
    ['folder', 'unreadable-trace', 'is a folder'],
    ['fifo', 'unreadable-trace', 'regular file'],
  ])('is a trace only when it is regular: %s', (name, code, what) => {
    const problem = problemOf(() => openTrace(folder, name));
    expect(problem).toMatchObject({ code, where: { file: name } });
    expect(problem.what).toContain(what);
  });
});

describe('a pipe that came with the command', () => {
  const reader = join(import.meta.dirname, '../../dist/modules/base/userFile.js');
  /** What a process reads from a path, twice, its standard input a pipe. */
  const readTwice = (path: string, shell: string): string => {
    const script = `
      const { readUserText } = await import(${JSON.stringify(reader)});
      const read = () => readUserText({ path: ${JSON.stringify(path)}, limitBytes: 1000, why: 'why', mayBePipe: true });
      try { console.log(read() + '|' + read()); } catch (thrown) { console.log(thrown.problems[0].code + ': ' + thrown.problems[0].what); }`;
    const env = { ...process.env, SCRIPT: script, NODE: process.execPath };
    return spawnSync('bash', ['-c', shell], { env, encoding: 'utf8', timeout: 20_000 }).stdout.trim();
  };
  const run = '"$NODE" --input-type=module -e "$SCRIPT"';

  it.each([
    ['-', `printf abc | ${run}`, 'abc|abc'],
    ['/dev/stdin', `(printf ab; sleep 0.1; printf c) | ${run}`, 'abc|abc'],
    ['/dev/fd/7', `${run} 7< <(printf abc)`, 'abc|abc'],
    ['-', `${run} < /dev/null`, '|'],
    ['-', `yes | ${run}`, 'too-large: is longer than the size limit of 1000 bytes'],
    ['-', `${run} < /dev/zero`, 'too-large: is longer than the size limit of 1000 bytes'],
    ['/dev/stdin', `${run} < /dev/zero`, 'not-a-file: is a device, not a regular file'],
    ['-', `${run} < /`, 'is-a-folder: is a folder, not a regular file'],
    ['-', `${run} <&-`, '|'],
  ])('%s: %s', (path, shell, said) => {
    expect(readTwice(path, shell)).toBe(said);
  });
});
