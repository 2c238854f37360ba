import { readdirSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import type { ProblemError } from '../../../src/base/problem.js';
import { readOptions } from '../../../src/cli/options.js';
import type { Output } from '../../../src/cli/output.js';
import { resumeCommand } from '../../../src/cli/repeatCommand.js';
import { planUnfinishedRuns } from '../../../src/cli/resume/planUnfinishedRuns.js';
import { killedFiles, surviveKills } from '../../support/killRuns.js';
import { runCli, temporaryFolder } from '../../support/runCli.js';

const policies = ['--policy', 'static:5', '--policy', 'up.lua', '--policy', 'wave.ts', '--set', 'duration=7m'];
const folder = temporaryFolder(killedFiles);
afterAll(folder.remove);

describe('the command, killed', () => {
  it('goes on where it was, again and again, to the bytes of an uninterrupted comparison', {
    tags: ['ci'],
  }, async () => {
    const args = ['shop.yaml', ...policies, '--runs', '2'];
    const { killCount, comparisonCount } = await surviveKills({ cwd: folder.path, args, killCount: 3, seed: 1 });
    expect(killCount).toBe(3);
    expect(comparisonCount).toBeGreaterThan(0);
  });

  it('by Ctrl-C says how far it came and what to type, which then completes it', { tags: ['ci'] }, async () => {
    const args = ['compare', 'shop.yaml', ...policies, '--runs', '40', '--out', 'cut'];
    const cut = await runCli(args, {
      cwd: folder.path,
      whileRunning: (child) => {
        const look = setInterval(() => {
          if (!hasJournal('cut')) return;
          clearInterval(look);
          child.kill('SIGINT');
        }, 10);
      },
    });
    expect(cut.code).toBe(105);
    const [, done, , typed] = /completed (\d+) of (120) runs; resume: dryscale (.*--resume)$/m.exec(cut.stderr) ?? [];
    expect(Number(done)).toBeGreaterThan(0);
    expect(hasJournal('cut')).toBe(true);
    // What is left would take long: it is enough that a smaller comparison finds its runs there.
    const words = typed.split(' ').map((word) => (word === '40' ? '1' : word));
    const { code, stderr } = await runCli(words, { cwd: folder.path });
    expect(stderr).toMatch(/resumed: [1-3] of 3 runs were finished \(cut\)/);
    expect(code).toBe(0);
  });
});

function hasJournal(name: string): boolean {
  try {
    return readdirSync(`${folder.path}/${name}`).some((file) => file.endsWith('.journal'));
  } catch {
    return false;
  }
}

describe('the command to resume with', () => {
  it.each([
    ['compare a.yaml --runs 3', 'dryscale compare a.yaml --runs 3 --resume'],
    ['compare a.yaml --resume --json', 'dryscale compare a.yaml --json --resume'],
    ['compare --out x -- a.yaml', 'dryscale compare --out x --resume -- a.yaml'],
    ["compare it's.yaml", "dryscale compare 'it'\\''s.yaml' --resume"],
  ])('%s', (typed, command) => {
    expect(resumeCommand(typed.split(' '))).toBe(command);
  });
});

describe('--resume without a place to look', () => {
  const output = {} as Output; // safe: nothing is said
  const place = { reportsFolder: undefined, output };

  it.each([
    [{ resume: true }, /--resume has no folder to look in.*--out DIR/s],
    [{ resume: true, out: 'x', events: 'e', replication: '1' }, /--resume and --events are given together/],
  ])('%j is wrong usage', (raw, message) => {
    const plan = () => planUnfinishedRuns(readOptions(raw), place);
    expect(plan).toThrow(message);
    expect(plan).toThrow(expect.objectContaining({ exitCode: 2 } satisfies Partial<ProblemError>));
  });

  it('keeps nothing where no reports are written, none of --watch, and none of --events', () => {
    for (const raw of [{}, { events: 'e', replication: '1' }])
      expect(planUnfinishedRuns(readOptions(raw), place)()).toBeUndefined();
    expect(planUnfinishedRuns(readOptions({ watch: true }), { reportsFolder: folder.path, output })()).toBeUndefined();
  });
});
