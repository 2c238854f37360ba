import { join } from 'node:path';
import { exitCode } from '../../base/exitCode.js';
import { writeFiles } from '../../base/output/writeFiles.js';
import { shellCommand } from '../../base/shellCommand.js';
import { visibleLine } from '../../base/visible.js';
import { renderSchemaFile } from '../../scenario/jsonSchema.js';
import { starterPolicy, starterScenario } from '../../scenario/starter.js';
import type { Command, CommandInput } from '../command.js';
import { rejectTaken } from '../initFrom/rejectTaken.js';
import { schemaFor } from '../schemaFile.js';
import { usageError } from '../usageError.js';

/** What `init` writes: the scenario names its policy and its schema, so they stay together. */
function starterFiles(folder: string): Readonly<Record<string, string>> {
  const { path, isMissing } = schemaFor(folder);
  return {
    'my-service.yaml': starterScenario(path),
    'target-cpu.lua': starterPolicy,
    ...(isMissing ? { [path]: renderSchemaFile() } : {}),
  };
}

export const init: Command = {
  name: 'init',
  summary: 'Write a scenario to start from: an example, or what your files say (--from)',
  operands: {
    name: 'folder',
    min: 0,
    max: Number.POSITIVE_INFINITY,
    describe: 'Where to write the example (the working folder); after --from more files to read',
  },
  options: ['from', 'out', 'set', 'series', 'yes', 'force'],
  async run(input) {
    const { operands, options } = input;
    if (options.from.length > 0) {
      // Reads whatever people have; the example needs none of it.
      const { initFrom } = await import('../seldom.js');
      return initFrom([...options.from, ...operands], input);
    }
    rejectFilesOptions(input);
    return writeExample(input);
  },
};

/** Without --from they would mean nothing. */
function rejectFilesOptions({ operands, options }: CommandInput): void {
  const given = [
    ...(options.out === undefined ? [] : ['--out']),
    ...(options.set.length === 0 ? [] : ['--set']),
    ...(options.series.length === 0 ? [] : ['--series']),
    ...(options.yes ? ['--yes'] : []),
  ];
  if (given.length > 0) {
    const what = `${given[0]} has no meaning for init without --from`;
    const fix = 'add --from FILE..., or leave it out.';
    throw usageError({ code: 'foreign-option', what, why: 'The example is written as it is.', fix });
  }
  if (operands.length < 2) return;
  const what = `init has more operands than it takes: "${operands[1]}"`;
  throw usageError({ code: 'extra-operand', what, why: 'It takes 1.', fix: 'leave it out; see dryscale init --help.' });
}

async function writeExample({ operands: [folder = '.'], options, output }: CommandInput) {
  const places = Object.entries(starterFiles(folder)).map(([name, text]) => ({ path: join(folder, name), text }));
  const paths = places.map(({ path }) => path);
  rejectTaken(places, options.force, true);
  writeFiles(places);
  const next = shellCommand(['dryscale', 'compare', paths[0]]);
  await output.write(`wrote ${visibleLine(paths.join(' and '))}\nnext: ${next}\n`);
  return exitCode.success;
}
