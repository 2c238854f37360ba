import { canonicalHash } from '../base/canonicalJson.js';
import { type Problem, ProblemError } from '../base/problem.js';
import { readSource, specOf } from '../policy/candidates.js';
import { policyPlace } from '../policy/policyFiles.js';
import type { FileSpec } from '../policy/policySpec.js';
import type { Scenario } from './schema.js';

/** The routers of a scenario's routes, by the name of the route. */
export type Routers = Readonly<Record<string, FileSpec>>;

/** The file of each router as the scenario names it, by the name of its route. */
function routerFiles({ ai }: Pick<Scenario, 'ai'>) {
  return Object.entries(ai?.routes ?? {}).flatMap(([route, { choose }]) => {
    if (typeof choose === 'string') return [];
    const file = 'lua' in choose ? choose.lua : choose.typescript;
    return [{ route, file, params: choose.params }];
  });
}

/** Where they lie, as absolute paths. */
export function routerPaths(scenario: Pick<Scenario, 'ai'>, folder: string): string[] {
  return routerFiles(scenario).map(({ file }) => policyPlace(file, folder).path);
}

/**
 * Reads the routers of a scenario; undefined where it has none. Each file is read once and bundled here, as policies are.
 *
 * @throws ProblemError with exit code 104 for a file that cannot be used
 */
export async function readRouters(scenario: Pick<Scenario, 'ai'>, folder: string): Promise<Routers | undefined> {
  const files = routerFiles(scenario);
  if (files.length === 0) return undefined;
  const routers: Record<string, FileSpec> = {};
  for (const { route, file, params } of files) {
    routers[route] = specOf(await readRouter(file, folder, route), params);
  }
  return routers;
}

async function readRouter(file: string, baseFolder: string, route: string) {
  try {
    return await readSource(file, { baseFolder });
  } catch (thrown) {
    if (!(thrown instanceof ProblemError)) throw thrown;
    const problems = thrown.problems.map((problem) => ({
      ...problem,
      ...(problem.code.startsWith('policy') ? ofRouter(problem) : {}),
      where: { ...problem.where, path: `ai.routes.${route}.choose` },
    }));
    throw new ProblemError(problems, thrown.exitCode);
  }
}

/** What is said of a policy's file, of a router's. */
function ofRouter({ code, what }: Problem): Omit<Problem, 'where'> {
  return {
    code: code.replace('policy', 'router'),
    what: what.replace('policy', 'router'),
    why: 'A route chooses by a file of code, which lies where the scenario says, seen from its folder.',
    fix: 'check the path.',
  };
}

/** The hash of a scenario with its routers: with others it is another scenario. */
export function hashWith(hash: string, routers: Routers | undefined): string {
  if (routers === undefined) return hash;
  const content = Object.entries(routers).map(([route, { fileName, code, params }]) => [route, fileName, code, params]);
  return canonicalHash([hash, content]);
}
