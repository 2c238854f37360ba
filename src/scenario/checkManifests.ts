import { type Problem, ProblemError } from '../base/problem.js';
import { chooseManifest } from '../platforms/chooseManifest.js';
import type { Lint, Manifest, ServiceFacts } from '../platforms/platform.js';
import { readManifests } from '../platforms/readManifests.js';
import type { Candidate, ManifestSpec } from '../policy/policySpec.js';
import type { Scenario } from './schema.js';
import { serviceFacts } from './serviceFacts.js';

/**
 * Reads the manifests among the candidates against the services they will scale.
 *
 * @returns what the user should know and need not mend: fields that have no effect here, and what the linter says of this
 *   manifest on this service
 * @throws ProblemError for a manifest that is wrong, or that cannot work on its service
 */
export function checkManifests(scenario: Scenario, candidates: readonly Candidate[]): Problem[] {
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  for (const { spec, serviceName } of candidates.flatMap((candidate) => manifestsOf(scenario, candidate))) {
    try {
      const { code, path, params, metricNames } = spec;
      const found = readManifests({ text: code, file: path, params, metricNames });
      const { manifest } = chooseManifest(found, serviceName, path);
      const facts = serviceFacts(scenario, serviceName);
      problems.push(...manifest.check(facts));
      warnings.push(...manifest.warnings, ...lintsHere(manifest, facts));
    } catch (thrown) {
      if (!(thrown instanceof ProblemError)) throw thrown;
      problems.push(...thrown.problems);
    }
  }
  if (problems.length > 0) throw new ProblemError(unique(problems));
  return unique(warnings);
}

function manifestsOf({ services }: Scenario, { bindings }: Candidate): { spec: ManifestSpec; serviceName: string }[] {
  return Object.entries(services).flatMap(([serviceName, { scaling }]) => {
    const spec = bindings[serviceName] ?? bindings['*'];
    const isFixed = scaling.policy === 'none' || scaling.perRequest !== undefined;
    return spec?.kind === 'manifest' && !isFixed ? [{ spec, serviceName }] : [];
  });
}

/** Errors, and the warnings that only this service brings about; the others are what `explain` is for. */
function lintsHere(manifest: Manifest, facts: ServiceFacts): Lint[] {
  const everywhere = new Set(manifest.lint().map(({ code }) => code));
  return manifest.lint(facts).filter(({ level, code }) => level === 'error' || !everywhere.has(code));
}

function unique(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  return problems.filter((problem) => {
    const key = JSON.stringify(problem);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
