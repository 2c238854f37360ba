import { isProblem, parseDocuments } from '../base/document.js';
import { type Problem, ProblemError } from '../base/problem.js';
import { platforms } from './index.js';
import type { Manifest, ManifestOptions, Platform } from './platform.js';

/** One document of a manifest file that a platform understands. */
export interface FoundManifest {
  readonly platform: Platform;
  readonly manifest: Manifest;
}

/**
 * Every document of a file that is an autoscaler's manifest; others (a Deployment, a Service) are passed over.
 *
 * @throws ProblemError when the file cannot be parsed, holds no manifest, or holds a wrong one
 */
export function readManifests(text: string, file: string, options: ManifestOptions): FoundManifest[] {
  const documents = parseDocuments(text, file);
  const problems = documents.filter(isProblem);
  if (problems.length > 0) throw new ProblemError(problems);
  const found = documents.flatMap((source): FoundManifest[] => {
    if (isProblem(source)) return [];
    const platform = platforms.find((one) => one.recognises(source.value));
    return platform === undefined ? [] : [{ platform, manifest: platform.read(source, options) }];
  });
  if (found.length > 0) return found;
  throw new ProblemError([noManifest(file)]);
}

function noManifest(file: string): Problem {
  return {
    code: 'no-manifest',
    where: { file },
    what: 'holds no manifest that dryscale understands',
    why: `Known are: ${platforms.map(({ title }) => title).join('; ')}.`,
    fix: 'name the file that has the autoscaler, or write the policy in Lua or TypeScript.',
  };
}
