import { suggestion } from '../base/nearest.js';
import { type Problem, ProblemError } from '../base/problem.js';
import { chooseManifest } from '../platforms/chooseManifest.js';
import type { Lint, Manifest, ServiceFacts } from '../platforms/platform.js';
import { readManifests } from '../platforms/readManifestSet.js';
import { readWorkloads } from '../platforms/readWorkloads.js';
import { instanceSettings, pairWorkloads } from '../platforms/workloadSettings.js';
import { type Candidate, type ManifestSpec, membersOf } from '../policy/policySpec.js';
import { bindManifests } from './bindManifests.js';
import type { Scenario } from './schema.js';
import { serviceFacts } from './serviceFacts.js';

/**
 * Reads the manifests among the candidates against the services they will scale.
 *
 * @returns what the user should know and need not mend: fields that have no effect here, what the linter says of this
 *   manifest on this service, a Deployment beside it that the scenario differs from, names of `--metric` that nothing uses
 * @throws ProblemError for a manifest that is wrong, or that cannot work on its service
 */
export function checkManifests(scenario: Scenario, candidates: readonly Candidate[]): Problem[] {
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  const manifests: Manifest[] = [];
  const uses = bindManifests(scenario, candidates).candidates.flatMap((candidate) => manifestsOf(scenario, candidate));
  for (const { spec, serviceName } of uses) {
    try {
      const { code, path, params, metricNames } = spec;
      const found = readManifests({ text: code, file: path, params, metricNames });
      manifests.push(...found.map(({ manifest }) => manifest));
      const { manifest } = chooseManifest(found, serviceName, path);
      const facts = serviceFacts(scenario, serviceName);
      problems.push(...manifest.check(facts));
      warnings.push(...manifest.warnings, ...lintsHere(manifest, facts), ...cutBounds(manifest, facts, path));
      warnings.push(...workloadDifferences(scenario, spec));
    } catch (thrown) {
      if (!(thrown instanceof ProblemError)) throw thrown;
      problems.push(...thrown.problems);
    }
  }
  if (problems.length > 0) throw new ProblemError(unique(problems));
  return unique([...warnings, ...uses.flatMap(({ spec }) => unusedNames(spec, manifests))]);
}

function manifestsOf({ services }: Scenario, { bindings }: Candidate): { spec: ManifestSpec; serviceName: string }[] {
  return Object.entries(services).flatMap(([serviceName, { scaling }]) => {
    const isFixed = scaling.policy === 'none' || scaling.perRequest !== undefined;
    if (isFixed) return [];
    return membersOf(bindings[serviceName]).flatMap((spec) =>
      spec.kind === 'manifest' ? [{ spec, serviceName }] : [],
    );
  });
}

/** Errors, and the warnings that only this service brings about; the others are what `explain` is for. */
function lintsHere(manifest: Manifest, facts: ServiceFacts): Lint[] {
  const everywhere = new Set(manifest.lint().map(({ code }) => code));
  return manifest.lint(facts).filter(({ level, code }) => level === 'error' || !everywhere.has(code));
}

/** Bounds of the manifest that the scenario's cut, where its own platform has no lint for them. */
function cutBounds(manifest: Manifest, facts: ServiceFacts, file: string): Problem[] {
  const { minCount, maxCount } = manifest.bounds;
  const isCut = minCount < facts.minCount || maxCount > facts.maxCount;
  const isTold = manifest.lint(facts).some(({ code }) => code === 'scenario-max' || code === 'scenario-min');
  if (!manifest.hasBounds || !isCut || isTold) return [];
  return [
    {
      code: 'scenario-bounds',
      where: { file },
      what: `"${manifest.name}" may have ${minCount} to ${maxCount} instances, the scenario allows ${facts.name} ${facts.minCount} to ${facts.maxCount}`,
      why: 'Wishes outside of the bounds that the scenario sets are clamped.',
      fix: `leave out scaling.min and max of ${facts.name} to take the manifest's.`,
    },
  ];
}

/** A Deployment in the file of its autoscaler says what an instance is; a scenario that says otherwise tests something else. */
function workloadDifferences({ services }: Scenario, { code, path }: ManifestSpec): Problem[] {
  const named = Object.entries(services).map(([name, { instance }]) => ({ name, instance }));
  return pairWorkloads(readWorkloads(code, path), named).flatMap(({ workload, service: { name, instance } }) => {
    const different = instanceSettings(workload).filter(({ key, value }) => !isSame(value, instance[key]));
    if (different.length === 0) return [];
    const list = different.map(({ key, text }) => `${key} ${text}`).join(', ');
    return [
      {
        code: 'workload-differs',
        where: workload.placeOf([]),
        what: `${workload.kind} "${workload.name}" has ${list}, which the service "${name}" does not have`,
        why: 'The autoscaler would be tried on instances other than those it will scale.',
        fix: `take them over: ${different.map(({ key, text }) => `--set services.${name}.instance.${key}=${text}`).join(' ')}`,
      },
    ];
  });
}

/** Thousandths are summed up, so equal amounts may differ in the last bit. */
function isSame(one: number, other: number | undefined): boolean {
  return other !== undefined && Math.abs(one - other) < 1e-9;
}

/** Names of `--metric` that no manifest asks for: most of them are misspelt. */
function unusedNames({ metricNames }: ManifestSpec, manifests: readonly Manifest[]): Problem[] {
  const asked = [...new Set(manifests.flatMap((manifest) => manifest.metricNames))];
  return Object.entries(metricNames)
    .filter(([name]) => !asked.includes(name))
    .map(([name, metric]) => ({
      code: 'unused-metric-name',
      where: { path: '--metric' },
      what: `no manifest asks for a metric named "${name}", so ${name}=${metric} has no effect`,
      why: 'NAME is what the manifest calls the metric, or for KEDA the trigger: s0, s1, its name or type.',
      fix: suggestion(name, asked) || 'leave it out: the manifests ask for no metric that could be mapped.',
    }));
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
