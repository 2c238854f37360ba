import { type Dirent, readdirSync, type Stats, statSync } from 'node:fs';
import { outside, visiblePlace } from './confinement.js';
import { systemCodeOf, systemWords } from './fileFault.js';
import { ProblemError } from './problem.js';

/** What lies at a path that somebody else named; undefined where there is nothing, or nothing that we may see. */
export function statOf(path: string): Stats | undefined {
  const place = visiblePlace(path);
  if (place === undefined) return undefined;
  try {
    return statSync(place);
  } catch {
    // Whoever opens it is told why.
    return undefined;
  }
}

/** What a folder holds that somebody else named; `why` says what it is for. @throws ProblemError */
export function entriesOf(folder: string, why: string): Dirent[] {
  const place = visiblePlace(folder);
  if (place === undefined) throw new ProblemError([{ ...outside, where: { file: folder } }]);
  try {
    return readdirSync(place, { withFileTypes: true });
  } catch (thrown) {
    throw new ProblemError([{ ...systemWords(systemCodeOf(thrown)), why, where: { file: folder } }]);
  }
}
