import { resolve } from 'node:path';
import { isShipped, namedFile } from '../base/shippedFiles.js';
import { policyEndings } from './policyFiles.js';

/** Where a policy lies: a file of the user's, or one that comes with dryscale. */
export interface PolicyPlace {
  readonly path: string;
  readonly isShipped: boolean;
}

/** The file that a policy's name or path means, whether it is there or not. */
export function policyPlace(target: string, baseFolder: string): PolicyPlace {
  const named = namedFile({ kind: 'policies', name: target, baseFolder, endings: policyEndings });
  const path = named ?? resolve(baseFolder, target);
  return { path, isShipped: named !== undefined && isShipped('policies', named) };
}
