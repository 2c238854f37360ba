import { ProblemError } from '../base/problem.js';
import type { FoundManifest } from './documentSet.js';
import { noManifest } from './noManifest.js';
import { type ManifestText, readManifestSet } from './readManifestSet.js';

/**
 * Every document of a file that is an autoscaler's manifest; others (a Deployment, a Service) are passed over.
 *
 * @throws ProblemError when the file cannot be parsed, holds no manifest or a wrong one, or has no field that a parameter names
 */
export function readManifests(text: ManifestText): readonly FoundManifest[] {
  const [{ file, manifests, others, problems }] = readManifestSet([text]);
  if (problems.length > 0) throw new ProblemError(problems);
  if (manifests.length === 0) throw new ProblemError([noManifest(file, others)]);
  return manifests;
}
