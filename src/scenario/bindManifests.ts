import { nearest } from '../base/nearest.js';
import { type Problem, ProblemError } from '../base/problem.js';
import { isTargetOf, lastPartOf } from '../platforms/chooseManifest.js';
import type { Manifest } from '../platforms/platform.js';
import { readManifests } from '../platforms/readManifestSet.js';
import { type Candidate, type ManifestSpec, membersOf, type PolicySpec } from '../policy/policySpec.js';
import type { Scenario } from './schema.js';

/** Candidates whose manifests have found their services. */
interface BoundCandidates {
  readonly candidates: readonly Candidate[];
  /** Services that nothing scales, because the manifest is for another one. */
  readonly warnings: readonly Problem[];
}

/**
 * Gives every manifest the services it is for: those that its target names.
 *
 * A manifest says what it scales; on another service it is another experiment, which only an explicit binding
 * (`web=hpa.yaml`) asks for. One that names no target goes to the one service there is.
 * @throws ProblemError for a manifest that is for none of the services, with how to bind it
 */
export function bindManifests(
  { services }: Pick<Scenario, 'services'>,
  candidates: readonly Candidate[],
): BoundCandidates {
  const scaled = Object.entries(services)
    .filter(([, { scaling }]) => scaling.policy !== 'none' && scaling.perRequest === undefined)
    .map(([name]) => name);
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  const bound = candidates.map((candidate) => {
    const { '*': spec, ...own } = candidate.bindings;
    const open = scaled.filter((name) => own[name] === undefined);
    const specs = membersOf(spec).filter((one) => one.kind === 'manifest');
    if (spec === undefined || specs.length === 0 || open.length === 0) return candidate;
    // Policies that drive a service together go where all their manifests fit.
    let fitting: readonly string[] = open;
    for (const one of specs) {
      const manifests = readManifests({ ...one, text: one.code, file: one.path }).map(({ manifest }) => manifest);
      const fittingBefore = fitting;
      fitting = fitting.filter((name) => manifests.some((manifest) => fits(manifest, name, open)));
      if (fitting.length > 0) continue;
      problems.push(...manifests.map((manifest) => notOfAny(one, manifest, fittingBefore)));
      break;
    }
    const rest = open.filter((name) => !fitting.includes(name));
    if (fitting.length > 0 && rest.length > 0) warnings.push(unscaled(specs[0], fitting, rest));
    const found: Record<string, PolicySpec> = { ...own, ...Object.fromEntries(fitting.map((name) => [name, spec])) };
    return { ...candidate, bindings: found };
  });
  if (problems.length > 0) throw new ProblemError(problems);
  return { candidates: bound, warnings };
}

function fits({ target }: Manifest, serviceName: string, open: readonly string[]): boolean {
  return target === undefined ? open.length === 1 : isTargetOf(target, serviceName);
}

function notOfAny({ path, fileName }: ManifestSpec, { name, target }: Manifest, open: readonly string[]): Problem {
  const close = target === undefined ? undefined : nearest(lastPartOf(target), open);
  const service = close ?? open[0];
  const list = open.join(', ');
  const hint = close === undefined ? '' : `did you mean the service "${close}"? `;
  const bind = `bind it: --policy '${service}=${path}'`;
  const more = open.length === 1 ? '' : `, several as '${open[0]}=${path};${open[1]}=...'`;
  return {
    code: 'not-of-service',
    where: { file: path },
    what:
      target === undefined
        ? `"${name}" names no target, and the scenario scales ${open.length} services: ${list}`
        : `"${name}" scales "${target}", and the scenario has no such service to scale; it has: ${list}`,
    why: `${fileName} would drive a service that it was not written for.`,
    fix: `${hint}${bind}${more}.`,
  };
}

function unscaled({ path }: ManifestSpec, fitting: readonly string[], rest: readonly string[]): Problem {
  return {
    code: 'service-unscaled',
    where: { file: path },
    what: `is for ${fitting.join(', ')}; nothing scales ${rest.join(', ')}`,
    why: 'A manifest scales the service that its target names, and the others keep their initial count.',
    fix: `bind a policy to each: --policy '${fitting[0]}=${path};${rest[0]}=...'.`,
  };
}
