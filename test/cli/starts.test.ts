import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/commands/index.js';
import { commonOptions, type OptionName, optionRules } from '../../src/cli/options.js';
import { parseCommandLine } from '../../src/cli/parseCommandLine.js';
import { plainLine } from '../../src/cli/plainLine.js';
import { root } from '../support/runCli.js';

const folder = join(root, 'dist/cli');
const builtAs = (name: string) =>
  readdirSync(folder).find((file) => new RegExp(`^${name}(-\\w+)?\\.js$`).test(file)) ?? '';

/** The packages that a file imports, and what it imports, before any of it runs. */
function packagesOf(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  const text = readFileSync(join(folder, file), 'utf8');
  const targets = [...text.matchAll(/^(?:import|\} from|export .* from|import .* from) ["']([^"'\n]+)["'];$/gm)].map(
    ([, target]) => target,
  );
  const found = targets.flatMap((target) => {
    if (target.startsWith('node:')) return [];
    return target.startsWith('.') ? packagesOf(target.slice(2), seen) : [target];
  });
  return [...new Set(found)].sort();
}

describe('a start loads what it needs', () => {
  it.each([
    ['main', []],
    ['readLine', ['zod']],
    ['init', ['zod']],
    ['often', ['picocolors', 'yaml', 'zod']],
    ['worker', ['yaml', 'zod']],
    ['cellProcess', []],
    ['scenarioThread', []],
  ])('%s', (name, packages) => {
    expect(packagesOf(builtAs(name))).toEqual(packages);
  });
});

describe('a plain line', () => {
  const usual = fc.constantFrom('a.yaml', '7', '1e3', '007', 'a=b=c', '.5', 'a b', 'web=x.lua?t=0.5');
  const odd = fc.oneof(
    fc.constantFrom('-', '--', '-1', 'true', '=', '', "'a'", '"', 'é'),
    fc.string({ unit: 'grapheme-ascii', maxLength: 4 }),
  );
  const word = fc.oneof({ weight: 4, arbitrary: usual }, odd);
  const option = fc.constantFrom<string>(...Object.keys(optionRules), 'help', 'no-such', '$0');
  const typical = (names: readonly OptionName[]) => fc.constantFrom(...names, ...commonOptions);
  const lines = fc.constantFrom(...commands).chain((command) => {
    const chosen = fc.oneof({ weight: 9, arbitrary: typical(command.options) }, option);
    const part = fc.oneof(
      chosen.map((name) => [`--${name}`]),
      fc.tuple(chosen, word).map(([name, value]) => [`--${name}`, value]),
      fc.tuple(chosen, word).map(([name, value]) => [`--${name}=${value}`]),
      word.map((one) => [one]),
    );
    return fc.array(part, { maxLength: 4 }).map((parts) => ({ command, args: [command.name, ...parts.flat()] }));
  });

  it('is read as the parser reads it', async () => {
    let plainCount = 0;
    await fc.assert(
      fc.asyncProperty(lines, async ({ command, args }) => {
        const plain = plainLine(args, command);
        if (plain === undefined) return;
        plainCount++;
        const line = await parseCommandLine(args, { commands: [command], version: '0', width: 100 });
        if (typeof line === 'string') throw new Error(line);
        const { _: _words, $0: _script, ...raw } = line.raw;
        const { _: _same, ...own } = plain.raw;
        const operand = command.operands.name;
        // The parser keeps an operand that was not given, too, as undefined or as none.
        expect({ ...own, [operand]: plain.operands }).toEqual({ ...raw, [operand]: line.operands });
        expect(operand in own).toBe(plain.operands.length > 0);
      }),
      { numRuns: 30 },
    );
    expect(plainCount).toBeGreaterThan(3);
  });

  it.each([
    ['run', ['a.yaml', '--policy', 'none', '--quiet'], true],
    ['compare', ['a.yaml', 'b.yaml', '--policy=web=x.lua?t=0.5', '--set', 'a.b=c=1', '--set', 'd=2'], true],
    ['run', ['a.yaml', '--help'], false],
    ['run', ['help'], false],
    ['run', ['a.yaml', '--sede', '1'], false],
    ['run', ['a.yaml', '--seed'], false],
    ['run', ['a.yaml', '--seed', '-1'], false],
    ['run', [], false],
    ['explain', ['-'], false],
  ])('%s %j: %s', (name, args, isPlain) => {
    const [command] = commands.filter((one) => one.name === name);
    expect(plainLine([name, ...args], command) !== undefined).toBe(isPlain);
  });
});
