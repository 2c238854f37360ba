import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../support/runCli.js';

/** The built package, as its users import it: worker threads need the compiled worker. */
export const dryscale = (await import(
  pathToFileURL(join(root, 'dist/index.js')).href
)) as typeof import('../../src/index.js'); // safe: compiled from there

/** Registers the matchers of the built package; they know the results of `dryscale` above. */
export const registerMatchers = (): Promise<unknown> => import(pathToFileURL(join(root, 'dist/api/vitest.js')).href);
