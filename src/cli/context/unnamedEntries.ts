import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { endsIn } from '../../base/fileEndings.js';
import type { Problem } from '../../base/problem.js';
import { shellCommand } from '../../base/shellCommand.js';
import { optionalText } from '../../base/userFile.js';
import { keyOf, type LockedResource, lockPath, readLock, shownLock } from '../../scenario/contextLock.js';
import { scenarioEndings } from '../../scenario/load.js';

/** Scenarios of one folder that were refreshed, and the resources that they name. */
export interface Refreshed {
  readonly folder: string;
  /** One of them, as the user wrote it. */
  readonly file: string;
  readonly paths: ReadonlySet<string>;
  /** By `keyOf`. */
  readonly named: ReadonlySet<string>;
}

/** In a folder with more, nothing is said. */
const mostFiles = 1_000;
const limitBytes = 1024 * 1024;
const mostShown = 3;

/**
 * Entries of a lock that no scenario of its folder names any more.
 *
 * Others than those that were refreshed may share it, and are looked through for the URIs: their code is not run for that. None is
 * dropped, for a text may be put together of parts.
 */
export function unnamedEntries({ folder, file, paths, named }: Refreshed): Problem[] {
  const { resources } = readLock({ folder, file });
  const unnamed = resources.filter((one) => !named.has(keyOf(one)));
  if (unnamed.length === 0) return [];
  const others = readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((path) => endsIn(path, scenarioEndings) && path !== lockPath(folder) && !paths.has(path));
  if (others.length > mostFiles) return [];
  const texts = others.map((path) => optionalText(path, limitBytes) ?? '');
  const left = unnamed.filter(({ uri }) => !texts.some((text) => text.includes(uri)));
  if (left.length === 0) return [];
  const shown = left.slice(0, mostShown).map(entryText);
  const more = left.length > mostShown ? ` and ${left.length - mostShown} more` : '';
  return [
    {
      code: 'unnamed-in-lock',
      where: { file: shownLock({ folder, file }) },
      what: `keeps what no scenario of the folder names: ${shown.join(', ')}${more}`,
      why: 'Runs do not read that. A scenario may put such a name together, so nothing is dropped.',
      fix: 'take it out of the file; or delete the file, and refresh each scenario of the folder.',
    },
  ];
}

function entryText({ uri, server }: LockedResource): string {
  return `${uri} at ${typeof server === 'string' ? server : shellCommand(server)}`;
}
