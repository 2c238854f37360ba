import { readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { codeEndings, endsIn } from '../base/fileEndings.js';
import { ProblemError } from '../base/problem.js';
import { parsePolicySpec, policiesOf } from '../policy/parsePolicySpec.js';
import { lockFiles } from '../scenario/contextLock.js';
import { loadScenario, scenarioPath } from '../scenario/load.js';
import { routerPaths } from '../scenario/readRouters.js';
import { traceFiles } from '../scenario/traceFiles.js';
import type { Options } from './options.js';

/** A folder with more code than this is no folder of policies. */
const siblingLimit = 200;

/**
 * Every file that a run of these scenarios reads: scenarios, policies, routers, manifests and traces, as absolute paths.
 *
 * A scenario that cannot be read has no more files than itself for now. Of code the files beside it count too, for it may
 * import them.
 */
export async function watchedFiles(operands: readonly string[], options: Options): Promise<string[]> {
  const given = [...operands.map(scenarioPath), ...options.manifests.map((file) => resolve(file))];
  const policies = policyFiles(options.policies, resolve());
  const named = await Promise.all(operands.map((file) => filesOfScenario(file, options)));
  const files = [...given, ...policies, ...named.flat()];
  return [
    ...new Set(files.flatMap((file) => (endsIn(file, codeEndings) ? [file, ...codeBeside(file)] : [file]))),
  ].sort();
}

async function filesOfScenario(file: string, { policies: given, set }: Options): Promise<string[]> {
  try {
    const { scenario, folder } = await loadScenario(file, { set, withoutLock: true });
    const policies = given.length > 0 ? [] : policyFiles(scenario.policies, folder);
    const named = [...routerPaths(scenario, folder), ...lockFiles(scenario, folder)];
    return [...traceFiles(scenario, folder), ...named, ...policies];
  } catch (thrown) {
    // The run itself says what is wrong.
    if (thrown instanceof ProblemError) return [];
    throw thrown;
  }
}

function policyFiles(texts: readonly string[], folder: string): string[] {
  return texts.flatMap((text) => {
    try {
      const targets = parsePolicySpec(text).flatMap(({ references }) =>
        references.flatMap(policiesOf).map(({ target }) => target),
      );
      return targets.filter((target) => /\.\w+$/.test(basename(target))).map((target) => resolve(folder, target));
    } catch (thrown) {
      if (thrown instanceof ProblemError) return [];
      throw thrown;
    }
  });
}

function codeBeside(file: string): string[] {
  try {
    const names = readdirSync(dirname(file)).filter((name) => endsIn(name, codeEndings));
    return names.slice(0, siblingLimit).map((name) => join(dirname(file), name));
  } catch {
    // No folder, no files.
    return [];
  }
}
