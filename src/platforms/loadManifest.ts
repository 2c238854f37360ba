import { definitionPolicy } from '../policy/definitionPolicy.js';
import { type LoadedPolicy, PolicyFault } from '../policy/policy.js';
import type { ManifestSpec } from '../policy/policySpec.js';
import { readManifests } from './readManifests.js';

/**
 * A manifest as a policy, ready to start.
 *
 * @throws ProblemError when it cannot be read
 */
export function loadManifest({ fileName, path, code, metricNames }: ManifestSpec): LoadedPolicy {
  const [{ manifest }] = readManifests(code, path, { metricNames });
  return definitionPolicy({
    fileName,
    name: manifest.name,
    params: {},
    // A platform keeps everything in `context.state`, so one definition serves every run.
    fresh: () => manifest.definition,
    toFault: (thrown, timeSeconds) =>
      thrown instanceof PolicyFault
        ? new PolicyFault(`${fileName}: ${thrown.message}`, { ...thrown, timeSeconds })
        : asError(thrown),
  });
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
