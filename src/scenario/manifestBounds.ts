import type { Problem } from '../base/problem.js';
import { chooseManifest } from '../platforms/chooseManifest.js';
import type { Manifest } from '../platforms/platform.js';
import { readManifests } from '../platforms/readManifestSet.js';
import { type Candidate, membersOf } from '../policy/policySpec.js';
import { hasRecordedTraffic, type Scenario } from './schema.js';

/** Bounds of the services that come from the candidates' manifests, and what the user should know of them. */
interface ManifestBounds {
  /** As `--set` takes them. */
  readonly set: readonly string[];
  readonly notes: readonly Problem[];
}

/**
 * A manifest's own bounds are the service's, where the scenario leaves them out.
 *
 * All candidates meet the same service, so with several manifests it may have what any of them may: from the lowest minimum
 * to the highest maximum. Each keeps to its own bounds all the same, since its algorithm cuts its decisions; and `needed`, which
 * measures compare with, is one curve for all.
 * @param open key paths of bounds that the scenario does not write (`openBounds`)
 * @param candidates with manifests bound to services (`bindManifests`)
 */
export function manifestBounds(
  scenario: Pick<Scenario, 'services' | 'traffic' | 'requests'>,
  open: ReadonlySet<string>,
  candidates: readonly Candidate[],
): ManifestBounds {
  const found = Object.entries(scenario.services)
    .filter(([, { scaling }]) => scaling.policy !== 'none' && scaling.perRequest === undefined)
    .map(([name, { scaling }]) =>
      boundsOf({ name, scaling, isRecorded: hasRecordedTraffic(scenario, name) }, open, candidates),
    );
  return { set: found.flatMap(({ set }) => set), notes: found.flatMap(({ notes }) => notes) };
}

interface Use {
  readonly path: string;
  readonly bounds: NonNullable<Manifest['bounds']>;
}

interface Scaled {
  readonly name: string;
  readonly scaling: Scenario['services'][string]['scaling'];
  /** It starts with what its traffic needs, once it has a maximum. */
  readonly isRecorded: boolean;
}

function boundsOf(
  { name: serviceName, scaling, isRecorded }: Scaled,
  open: ReadonlySet<string>,
  candidates: readonly Candidate[],
): ManifestBounds {
  const key = `services.${serviceName}.scaling`;
  const uses = candidates.flatMap((candidate) => useOf(candidate, serviceName));
  const [isMinOpen, isMaxOpen] = [open.has(`${key}.min`), open.has(`${key}.max`)];
  if (uses.length === 0 || !(isMinOpen || isMaxOpen)) return { set: [], notes: [] };
  // What is written stays, so the others must leave room for it.
  const written = (['min', 'initial', 'max'] as const).flatMap((one) => {
    const value = scaling[one];
    return open.has(`${key}.${one}`) || value === 'needed' ? [] : [value];
  });
  const minCount = Math.min(...uses.map(({ bounds }) => bounds.minCount), ...written);
  const maxCount = Math.max(...uses.map(({ bounds }) => bounds.maxCount), ...written);
  const set = [
    ...(isMinOpen ? [`${key}.min=${minCount}`] : []),
    ...(isMaxOpen ? [`${key}.max=${maxCount}`] : []),
    // A fleet of none answers nobody, so where the default would be that it starts with one.
    ...(isMinOpen && minCount === 0 && !isRecorded && open.has(`${key}.initial`) ? [`${key}.initial=1`] : []),
  ];
  const texts = new Set(uses.map(({ bounds }) => `${bounds.minCount} to ${bounds.maxCount}`));
  const why =
    texts.size === 1
      ? 'The scenario leaves them out, so the bounds of the manifest are the bounds of the service.'
      : `The manifests have ${[...texts].join(', ')}; the service is the same for all, and each keeps its own bounds.`;
  const files = [...new Set(uses.map(({ path }) => path))].join(', ');
  const note = { code: 'manifest-bounds', where: { file: files }, what: `sets ${set.join(', ')}`, why };
  return { set, notes: [{ ...note, fix: `to try others, write them in the scenario or add --set ${key}.max=N.` }] };
}

function useOf({ bindings }: Candidate, serviceName: string): Use[] {
  return membersOf(bindings[serviceName]).flatMap((spec) => {
    if (spec.kind !== 'manifest') return [];
    const found = readManifests({ ...spec, text: spec.code, file: spec.path });
    const { bounds, hasBounds } = chooseManifest(found, serviceName, spec.path).manifest;
    return hasBounds ? [{ path: spec.path, bounds }] : [];
  });
}
