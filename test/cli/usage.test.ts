import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../src/base/problem.js';
import { commands } from '../../src/cli/commands/index.js';
import { readOptions } from '../../src/cli/options.js';
import { parseCommandLine } from '../../src/cli/parseCommandLine.js';

async function problemOf(text: string): Promise<{ code: number; message: string }> {
  try {
    const line = await parseCommandLine(text.split(' ').filter(Boolean), { commands, version: '0', width: 100 });
    if (typeof line !== 'string') readOptions(line.raw);
  } catch (thrown) {
    if (thrown instanceof ProblemError) return { code: thrown.exitCode, message: thrown.message };
    throw thrown;
  }
  return { code: 0, message: '' };
}

describe('wrong usage ends with 2 and says what was meant', () => {
  it.each([
    ['run a.yaml --sede 1', ['--sede', 'did you mean --seed?']],
    ['run --sede a.yaml', ['--sede', 'did you mean --seed?']], // it swallows the scenario, which must not be what is missed
    ['rnu a.yaml', ['"rnu"', 'Did you mean "run"?']],
    ['run', ['run needs a SCENARIO']],
    ['run a.yaml b.yaml', ['"b.yaml"', 'It takes 1']],
    ['', ['no command', 'compare']],
    ['run a.yaml --workers 0', ['--workers', '1..64']],
    ['run a.yaml --workers -1', ['--workers', '1..64']],
    ['run a.yaml --workers 1e9', ['--workers', '1..64']],
    ['run a.yaml --workers two', ['--workers', '1..64']],
    ['run a.yaml --runs 0', ['--runs', '1..10000']],
    ['run a.yaml --seed 1 --seed 2', ['--seed', 'twice']],
    ['run a.yaml --seed', ['--seed has no value']],
    ['run a.yaml --seed -1', ['--seed', 'allowed range']],
    ['run a.yaml --max-regression cost_usd=5%', ['--max-regression', 'needs --baseline']],
    ['run a.yaml --update-baseline', ['--update-baseline', 'needs --baseline']],
    ['run a.yaml --baseline b.json --max-regression cost=5%', ['"cost" is not a measure', 'cost_usd']],
    ['run a.yaml --shard 0/4', ['--shard', 'I/N']],
    ['run a.yaml --shard 5/4', ['--shard', 'I/N']],
    ['run a.yaml --shard 1/4 --gate any', ['--shard and --gate', 'dryscale merge']],
    ['run a.yaml --shard 1/4 --json', ['--shard and --json', 'dryscale merge']],
    ['run a.yaml --shard 1/4 --baseline b.json', ['--shard and --baseline', 'dryscale merge']],
    ['run a.yaml --shard 1/4 --precision 5%', ['--shard and --precision', 'all of them']],
    ['run a.yaml --shard 1/4 --report html', ['--shard and --report html', 'blob']],
    ['decide --policy a.lua --observations', ['--observations has no value']],
    ['merge', ['merge needs a BLOBS']],
    ['merge a --seed 1', ['--seed is not an option of merge']],
    ['validate a.yaml --constructor x', ['--constructor is not an option of validate']],
    ['run a.yaml --toString=x', ['--toString is not an option of run']],
    ['run a.yaml --__proto__ x', ['--__proto__ is not an option of run']],
    ['validate a.yaml --$0 x', ['--$0 is not an option of validate']],
    ['validate --_ a.yaml', ['-_ is not an option of validate']],
    ['compare a.yaml --events x', ['--events is not an option of compare']],
  ])('%s', async (text, words) => {
    const { code, message } = await problemOf(text);
    expect(code).toBe(2);
    for (const word of words) expect(message).toContain(word);
  });

  it.each([
    'run a.yaml --seed 1 --seed 1', // the same thing said twice
    'compare a.yaml b.yaml --policy x.lua --policy y.lua --set a.b=1 --set c=2 --no-color',
    'validate a.yaml',
    'init',
  ])('%s is right', async (text) => {
    expect(await problemOf(text)).toEqual({ code: 0, message: '' });
  });

  it('keeps dots and equals signs of values as they are', async () => {
    const line = await parseCommandLine(['run', 'a.yaml', '--set', 'a.b=c=1', '--policy=web=x.lua?t=0.5'], {
      commands,
      version: '0',
      width: 100,
    });
    if (typeof line === 'string') throw new Error(line);
    expect(line.operands).toEqual(['a.yaml']);
    expect(readOptions(line.raw)).toMatchObject({ set: ['a.b=c=1'], policies: ['web=x.lua?t=0.5'] });
  });
});
