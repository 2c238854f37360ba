import { join } from 'node:path';
import { ProblemError } from '../../src/base/problem.js';
import type { Imported, Importer, ImportRequest } from '../../src/imports/importer.js';
import { temporaryFolder } from '../support/runCli.js';

const nothing = { out: undefined, env: {}, format: undefined, interval: undefined, series: undefined };

/** Imports a text as if it stood in a file of this name, with other files beside it. */
export async function importText(
  importer: Importer,
  files: Readonly<Record<string, string>>,
  settings: Partial<ImportRequest> = {},
): Promise<Imported> {
  const { path, remove } = temporaryFolder(files);
  try {
    return await importer.read({ ...nothing, file: join(path, Object.keys(files)[0]), ...settings });
  } finally {
    remove();
  }
}

/** The problems an import ends with, without the folder; fails when it does not. */
export async function problemsOf(imported: Promise<unknown>): Promise<{ code: string; text: string; line?: number }[]> {
  const thrown = await imported.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(thrown instanceof ProblemError)) throw new TypeError(`expected problems, got ${String(thrown)}`);
  return thrown.problems.map(({ code, what, fix, where }) => ({
    code,
    text: `${what} | ${fix}`,
    ...(where.line === undefined ? {} : { line: where.line }),
  }));
}
