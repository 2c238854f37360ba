import fc from 'fast-check';
import { expect } from 'vitest';
import { ProblemError } from '../../../src/base/problem.js';
import { commands } from '../../../src/cli/commands/index.js';
import { optionRules, readOptions } from '../../../src/cli/options.js';
import { parseCommandLine } from '../../../src/cli/parseCommandLine.js';
import { expectPlain } from '../expectPlain.js';
import { fuzzKind } from '../fuzzKind.js';
import { hostileTokens } from '../mutateBytes.js';

const values = [
  'a.yaml',
  '-',
  '1',
  '0',
  '-1',
  '5%',
  '1e9',
  '1/3',
  '3/1',
  '0/0',
  'x=y',
  '=',
  'x=',
  'git:main',
  'git:',
  'static:6',
  'none',
  'all',
  'html,json',
  'seed=1',
  'a.b=[',
  '10m',
  '08:00',
  'cost_usd=5%',
  '__proto__=1',
  '--',
  '-x',
  '--json',
  '--no-json',
  '-abc',
  '../..',
  ' ',
  '99999999999999999999',
]; // prettier-ignore

const option = fc.tuple(
  fc.constantFrom(
    ...Object.keys(optionRules),
    'unknown',
    'rusn',
    '',
    'help',
    'version',
    'constructor',
    '__proto__',
    'get-yargs-completions',
  ),
  fc.oneof(fc.constantFrom(...values), fc.constantFrom(...hostileTokens)),
  fc.constantFrom('apart', 'joined', 'alone', 'short'),
);

const words = fc.oneof(
  fc.constantFrom(...values).map((value) => [value]),
  option.map(([name, value, how]) => {
    if (how === 'apart') return [`--${name}`, value];
    if (how === 'joined') return [`--${name}=${value}`];
    return [how === 'short' ? `-${name.slice(0, 1)}` : `--${name}`];
  }),
);

// No command line can hold a NUL.
const line = fc
  .tuple(
    fc.constantFrom(...commands.map(({ name }) => name), 'completion', 'compaer', '', '-h', 'constructor'),
    fc.array(words, { maxLength: 6 }),
  )
  .map(([command, parts]) => [command, ...parts.flat()].map((word) => word.replaceAll('\0', '')));

export const commandLines = fuzzKind<readonly string[]>({
  name: 'command lines, taken apart',
  weight: 6,
  arbitrary: line,
  show: (args) => `dryscale ${args.map((arg) => JSON.stringify(arg)).join(' ')}`,
  async check(args) {
    try {
      const parsed = await parseCommandLine(args, { commands, version: '0.0.0', width: 100 });
      if (typeof parsed === 'object') readOptions(parsed.raw);
    } catch (thrown) {
      if (!(thrown instanceof ProblemError)) throw thrown;
      expect([2, 104]).toContain(thrown.exitCode);
      expectPlain(thrown.problems, args.join(' '));
    }
  },
});
