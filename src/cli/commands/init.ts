import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { exitCode } from '../../base/exitCode.js';
import { checkOutputs } from '../../base/output/checkOutputs.js';
import { writeFiles } from '../../base/output/writeFiles.js';
import { ProblemError } from '../../base/problem.js';
import { shellCommand } from '../../base/shellCommand.js';
import { optionalText } from '../../base/userFile.js';
import { visibleLine } from '../../base/visible.js';
import { renderSchemaFile } from '../../scenario/jsonSchema.js';
import { starterPolicy, starterScenario } from '../../scenario/starter.js';
import type { Command } from '../command.js';
import { schemaFor } from '../schemaFor.js';

/** What `init` writes: the scenario names its policy and its schema, so they stay together. */
function starterFiles(folder: string): Readonly<Record<string, string>> {
  const { path, isMissing } = schemaFor(folder);
  return {
    'my-service.yaml': starterScenario(path),
    'target-cpu.lua': starterPolicy,
    ...(isMissing ? { [path]: renderSchemaFile() } : {}),
  };
}

const largestSchemaBytes = 10_000_000;

/** One that is there, of whichever version, is nobody's work that could be lost. */
function isSchema(path: string): boolean {
  return /"title": "dryscale scenario"/.test(optionalText(path, largestSchemaBytes) ?? '');
}

export const init: Command = {
  name: 'init',
  summary: 'Write a scenario and a policy to start from',
  operands: { name: 'folder', min: 0, max: 1, describe: 'Where to write them (the working folder)' },
  options: ['force'],
  async run({ operands: [folder = '.'], options, output }) {
    const files = starterFiles(folder);
    const places = Object.entries(files).map(([name, text]) => ({ path: join(folder, name), text }));
    const paths = places.map(({ path }) => path);
    checkOutputs(places);
    const taken = paths.filter((path) => existsSync(path) && !isSchema(path));
    if (taken.length > 0 && !options.force) {
      const why = 'It would be overwritten.';
      const fix = 'add --force, or name another folder.';
      throw new ProblemError(
        taken.map((file) => ({ code: 'file-exists', where: { file }, what: 'is there already', why, fix })),
        exitCode.outputBlocked,
      );
    }
    writeFiles(places);
    const next = shellCommand(['dryscale', 'compare', paths[0]]);
    await output.write(`wrote ${visibleLine(paths.join(' and '))}\nnext: ${next}\n`);
    return exitCode.success;
  },
};
