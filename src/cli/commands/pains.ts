import { type ExitCode, exitCode } from '../../base/exitCode.js';
import { visibleJson } from '../../base/visible.js';
import type { Command, CommandInput } from '../command.js';
import { runOptions } from '../options.js';
import { type Pain, pendingPains, shippedPains } from '../pains/shippedPains.js';
import type { ScenarioAsked } from '../prepareComparisons.js';
import { runComparisons } from '../runComparisons.js';
import { unknownName, usageError } from '../usageError.js';

/** Lists the pains that come along, or runs the sides of one and says what mends it. */
export const pains: Command = {
  name: 'pains',
  summary: 'List known autoscaling pains, or run one: what hurts, what mends it, and by how much',
  operands: { name: 'id', min: 0, max: 1, describe: 'A pain by its number or name, such as P7 or short-drain' },
  options: runOptions.filter((name) => !['watch', 'shard', 'refresh-context'].includes(name)),
  run: (input) => (input.operands.length === 0 ? list(input) : runPain(input, input.operands[0])),
};

async function list({ options, output }: CommandInput): Promise<ExitCode> {
  const shipped = shippedPains();
  if (options.json) {
    const listed = shipped.map(({ path, ...told }) => ({ ...told, sides: told.sides.map(({ label }) => label) }));
    await output.write(`${visibleJson({ format: 'dryscale-pains/1', pains: listed, pending: pendingPains }, 2)}\n`);
    return exitCode.success;
  }
  const built = shipped.flatMap(({ id, name, pain, figure, fix }) => [
    `${id.padEnd(5)}${name}: ${pain}`,
    `     shows  ${figure}`,
    `     fix    ${fix}`,
    '',
  ]);
  const waiting = pendingPains.map(
    ({ id, pain, waitsFor }) => `${id.padEnd(5)}not built, waits for ${waitsFor}: ${pain}`,
  );
  await output.write([...built, ...waiting, '', 'dryscale pains ID runs one.', ''].join('\n'));
  return exitCode.success;
}

async function runPain(input: CommandInput, asked: string): Promise<ExitCode> {
  const chosen = chosenPains(asked);
  const { options, output } = input;
  if (!options.json) await output.write(chosen.flatMap(toldLines).join(''));
  const scenarios = chosen.flatMap(scenariosOf);
  return runComparisons(input, { name: 'pains', isSingle: false, alwaysReports: true, scenarios });
}

function toldLines({ id, name, pain, figure, fix }: Pain): string[] {
  return [`${id} ${name}: ${pain}\n`, `  shows  ${figure}\n`, `  fix    ${fix}\n\n`];
}

/** A scenario for each side, named after it: results are told apart by their names. */
function scenariosOf({ path, name, sides }: Pain): ScenarioAsked[] {
  if (sides.length === 0) return [{ file: path, set: [] }];
  return sides.map(({ label, set }) => ({ file: path, set: [`name=${name}-${label}`, set] }));
}

/** @throws ProblemError for what is none, and for one that is not built */
function chosenPains(asked: string): Pain[] {
  const shipped = shippedPains();
  const wanted = asked.toLowerCase();
  const chosen = shipped.filter(({ id, name }) => id.toLowerCase() === wanted || name === wanted);
  if (chosen.length > 0) return chosen;
  const pending = pendingPains.find(({ id }) => id.toLowerCase() === wanted);
  if (pending === undefined) {
    throw unknownName('dryscale pains', asked, [...new Set(shipped.flatMap(({ id, name }) => [id, name]))]);
  }
  throw usageError({
    code: 'not-built',
    what: `${pending.id} is not built yet`,
    why: `It waits for ${pending.waitsFor}.`,
    fix: 'dryscale pains lists those that run.',
  });
}
