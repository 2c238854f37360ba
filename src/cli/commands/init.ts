import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
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

/** Where a package keeps it. */
const inPackage = ['schema', 'scenario.schema.json'];
/** The name beside a scenario. */
const besideName = 'scenario.schema.json';

/** The JSON Schema of a scenario file, as its first lines name it. */
interface SchemaFile {
  /** From the scenario's folder, with forward slashes: a comment takes it as a URL. */
  readonly path: string;
  /** The file is not there yet: whoever writes the scenario writes it too. */
  readonly isMissing: boolean;
}

/**
 * The schema that editors find from a folder, on this machine and on those of others who have the same repository.
 *
 * The package that is installed above the folder is best, for it changes with the version. Run by npx, or installed for the whole
 * machine, the package lies where nobody else has it: then the schema goes beside the scenario.
 */
export function schemaFor(folder: string): SchemaFile {
  const from = realPath(folder);
  for (let above = from; ; above = dirname(above)) {
    const found = [join(above, 'node_modules', 'dryscale', ...inPackage), join(above, ...inPackage)].find(isOurs);
    if (found !== undefined) return { path: relative(from, found).split(sep).join('/'), isMissing: false };
    if (above === dirname(above)) return { path: besideName, isMissing: true };
  }
}

const packageLimitBytes = 1_000_000;

/** Somebody else's package may have such a folder, too. */
function isOurs(file: string): boolean {
  const manifest = join(dirname(dirname(file)), 'package.json');
  return existsSync(file) && /"name":\s*"dryscale"/.test(optionalText(manifest, packageLimitBytes) ?? '');
}

/** Of the part that is there: the folder itself may be new. */
function realPath(folder: string): string {
  const path = resolve(folder);
  return existsSync(path) ? realpathSync(path) : join(realPath(dirname(path)), path.slice(dirname(path).length));
}
