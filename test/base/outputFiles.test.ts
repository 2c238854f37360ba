import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkOutputs } from '../../src/base/output/checkOutputs.js';
import { withFolderLock } from '../../src/base/output/folderLock.js';
import { outputTarget } from '../../src/base/output/outputTarget.js';
import { Replacement } from '../../src/base/output/replacement.js';
import { replaceAll, writeFiles } from '../../src/base/output/writeFiles.js';
import { ProblemError } from '../../src/base/problem.js';
import { appendText } from '../../src/cli/githubOutput.js';
import { EventFile } from '../../src/run/eventFile.js';
import { type Fault, faults, withFault } from '../support/faultyFileSystem.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dryscale-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});
const at = (name: string): string => join(folder, name);
const read = (name: string): string | undefined => (existsSync(at(name)) ? readFileSync(at(name), 'utf8') : undefined);

/** The text of the problem with exit code 106; undefined when there is none. */
function blockedBy(action: () => void): string | undefined {
  try {
    action();
  } catch (thrown) {
    if (!(thrown instanceof ProblemError)) throw thrown;
    expect(thrown.exitCode).toBe(106);
    return thrown.message;
  }
  return undefined;
}

interface Case {
  readonly name: string;
  /** File by name: what it holds before, and after. */
  readonly files: Readonly<Record<string, readonly [before: string | undefined, after: string]>>;
  run(): void;
}

const long = 'x'.repeat(20_000);
const write = (names: readonly string[]) => (): void =>
  writeFiles(names.map((name) => ({ path: at(name), text: `new ${name} ${long}` })));
const after = (name: string): string => `new ${name} ${long}`;

const cases: readonly Case[] = [
  { name: 'a new file', files: { a: [undefined, after('a')] }, run: write(['a']) },
  { name: 'a file that is replaced', files: { a: ['old', after('a')] }, run: write(['a']) },
  {
    name: 'three files of one set, one of them new',
    files: { a: ['old', after('a')], b: ['older', after('b')], c: [undefined, after('c')] },
    run: write(['a', 'b', 'c']),
  },
  {
    name: 'events',
    files: { e: ['old', `{"time_s":1}\n`.repeat(6000)] },
    run() {
      const replacement = new Replacement(outputTarget({ path: at('e') }));
      try {
        const file = new EventFile(replacement.temporary);
        for (let index = 0; index < 6000; index++) file.write({ time_s: 1 });
        file.close();
        replacement.finish();
        replaceAll([replacement]);
      } finally {
        replacement.discard();
      }
    },
  },
  { name: 'text that is added', files: { s: ['old\n', `old\n${long}`] }, run: () => appendText(at('s'), long) },
  {
    name: 'the look before a run',
    files: { a: ['old', 'old'] },
    run: () => checkOutputs([{ path: at('a'), mark: /^old/ }]),
  },
];

/** Runs a case on a fresh folder with one fault. @returns whether the fault struck */
function strike({ files, run }: Case, k: number, fault: Fault): boolean {
  for (const name of readdirSync(folder)) rmSync(at(name), { recursive: true });
  for (const [name, [before]] of Object.entries(files)) if (before !== undefined) writeFileSync(at(name), before);
  let isRefused = false;
  const failed = withFault(k, fault, () => {
    try {
      run();
    } catch (thrown) {
      isRefused = true;
      if (thrown instanceof ProblemError) expect(thrown.exitCode).toBe(106);
    }
  });
  const told = `${fault} at call ${k}, ${failed}`;
  const isOld = Object.entries(files).map(([name, [before, wanted]]) => {
    const now = read(name);
    expect([before, wanted].includes(now), `${told}: ${name} is neither old nor new`).toBe(true);
    return now !== wanted;
  });
  // Nobody is told that all is well when it is not.
  if (!isRefused) expect(isOld.some(Boolean), told).toBe(false);
  const mayStay = fault === 'killed' || failed === 'unlinkSync';
  const others = readdirSync(folder).filter((name) => !(name in files));
  expect(mayStay ? others.filter((name) => !name.startsWith('.dryscale')) : others, told).toEqual([]);
  return failed !== undefined;
}

describe('a file-system call that fails', () => {
  it.each(cases.flatMap((one) => faults.map((fault) => [one.name, fault, one] as const)))(
    '%s: at each call in turn %s leaves the old file, the new one or none, and nothing beside them',
    (_, fault, one) => {
      let k = 1;
      while (strike(one, k, fault)) k++;
      expect(k).toBeGreaterThan(4);
    },
  );

  it('of several files in the middle says which are written', () => {
    const names = ['a', 'b'];
    for (const name of names) writeFileSync(at(name), 'old');
    const said: string[] = [];
    for (let k = 1; ; k++) {
      let text: string | undefined;
      const failed = withFault(k, 'EACCES', () => {
        text = blockedBy(write(names));
      });
      if (failed === undefined) break;
      if (failed === 'renameSync') said.push(`${text}`);
      for (const name of readdirSync(folder)) rmSync(at(name));
      for (const name of names) writeFileSync(at(name), 'old');
    }
    expect(said).toHaveLength(2);
    expect(said[0]).not.toContain('Written before it');
    expect(said[1]).toContain(`Written before it: ${at('a')}.`);
  });
});

describe('what stands where a file is to be written', () => {
  const mark = /^ours/;
  const check = (name: string, more = {}): string | undefined =>
    blockedBy(() => checkOutputs([{ path: at(name), mark, ...more }]));

  it('may be one of ours, an empty file or nothing; a folder is made', () => {
    writeFileSync(at('a'), 'ours and more');
    writeFileSync(at('b'), '');
    expect([check('a'), check('b'), check('c/d/e')]).toEqual([undefined, undefined, undefined]);
    expect(readdirSync(at('c/d'))).toEqual([]);
  });

  it('is refused when dryscale did not write it, is a folder, or lies under a file', () => {
    writeFileSync(at('theirs'), 'name: my-scenario');
    mkdirSync(at('folder'));
    expect(check('theirs')).toContain('dryscale did not write the file that is there');
    expect(check('folder')).toContain('it is a folder');
    expect(check('theirs/deeper/file')).toContain('a file');
    expect(check(`${'n'.repeat(300)}`)).toContain('the name is too long');
  });

  it('is refused when it is a pipe, a socket or a device, and stays what it is', async () => {
    execFileSync('mkfifo', [at('pipe')]);
    const server = createServer();
    await new Promise<void>((done) => server.listen(at('socket'), done));
    expect([check('pipe'), check('socket')]).toEqual([
      expect.stringContaining('it is a pipe'),
      expect.stringContaining('it is a socket'),
    ]);
    expect(blockedBy(() => checkOutputs([{ path: '/dev/null', isNamed: true }]))).toContain('it is a device');
    for (const name of ['pipe', 'socket']) {
      expect(blockedBy(() => writeFiles([{ path: at(name), text: 'x' }]))).toBeDefined();
    }
    expect(lstatSync(at('pipe')).isFIFO()).toBe(true);
    expect(lstatSync(at('socket')).isSocket()).toBe(true);
    await new Promise((done) => server.close(done));
  });

  it('is followed when it is a link that the user named, and refused when dryscale chose the name', () => {
    mkdirSync(at('far'));
    writeFileSync(at('far/real'), 'ours');
    symlinkSync('far/real', at('link'));
    symlinkSync('far/new', at('dangling'));
    symlinkSync('loop', at('loop'));
    expect(check('link')).toContain('it is a symbolic link');
    expect(check('loop', { isNamed: true })).toContain('circles');
    for (const name of ['link', 'dangling']) writeFiles([{ path: at(name), text: `to ${name}`, isNamed: true }]);
    expect([readlinkSync(at('link')), readlinkSync(at('dangling'))]).toEqual(['far/real', 'far/new']);
    expect([read('far/real'), read('far/new')]).toEqual(['to link', 'to dangling']);
    expect(readdirSync(at('far')).sort()).toEqual(['new', 'real']);
  });

  it('keeps its rights, and a new file gets those of the umask', () => {
    writeFileSync(at('a'), 'old');
    chmodSync(at('a'), 0o640);
    writeFiles(['a', 'b'].map((name) => ({ path: at(name), text: 'new' })));
    expect([statSync(at('a')).mode & 0o777, statSync(at('b')).mode & 0o777]).toEqual([0o640, 0o666 & ~process.umask()]);
  });
});

describe('what killed runs left', () => {
  it('is removed when it is old and its process is gone', () => {
    const gone = spawnedAndGone();
    const names = [
      `.dryscale-${gone}-00000001.tmp`,
      `.dryscale-${gone}-00000002.tmp`,
      `.dryscale-${process.pid}-00000003.tmp`,
      'mine.tmp',
    ];
    for (const name of names) writeFileSync(at(name), '');
    const longAgo = Date.now() / 1000 - 3600;
    for (const name of [names[0], names[2], names[3]]) utimesSync(at(name), longAgo, longAgo);
    checkOutputs([{ path: at('a') }]);
    expect(readdirSync(folder).sort()).toEqual(names.slice(1).sort());
  });

  it('is a lock that the next run takes over, at once', () => {
    writeFileSync(
      at('.dryscale.lock'),
      `${spawnedAndGone()} ${execFileSync('hostname', { encoding: 'utf8' }).trim()}\n`,
    );
    expect(withFolderLock(folder, () => read('.dryscale.lock'))).toContain(`${process.pid} `);
    expect(readdirSync(folder)).toEqual([]);
  });
});

/** The id of a process that has ended. */
function spawnedAndGone(): number {
  return Number(execFileSync('sh', ['-c', 'echo $$'], { encoding: 'utf8' }));
}
