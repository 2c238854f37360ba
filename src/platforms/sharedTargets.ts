import type { SourceDocument } from '../base/document.js';
import { locate } from '../base/locate.js';
import { fieldAt } from './fieldAt.js';
import type { Lint, Manifest, Platform } from './platform.js';

/** A manifest and where it was read. */
interface ReadManifest {
  readonly platform: Platform;
  readonly manifest: Manifest;
  readonly source: SourceDocument;
}

/** The manifests of a file; those that scale the same thing have a lint that says so. */
export function withSharedTargetLints(
  all: readonly ReadManifest[],
): { readonly platform: Platform; readonly manifest: Manifest }[] {
  return all.map((one) => {
    const { platform, manifest } = one;
    const key = targetKey(one);
    const others = all.filter((other) => other !== one && key !== undefined && targetKey(other) === key);
    if (others.length === 0) return { platform, manifest };
    const shared = lintOf(one, others);
    return { platform, manifest: { ...manifest, lint: (service) => [...manifest.lint(service), shared] } };
  });
}

/** What a manifest scales, by everything that tells two targets apart; undefined when it does not say. */
function targetKey({ manifest, source: { value } }: ReadManifest): string | undefined {
  if (manifest.target === undefined) return undefined;
  const reference = fieldAt(value, ['spec', 'scaleTargetRef']);
  if (reference === undefined) return `group ${manifest.target}`;
  const namespace = fieldAt(value, ['metadata', 'namespace']) ?? 'default';
  const kind = fieldAt(reference, ['kind']) ?? 'Deployment';
  return `${String(namespace)} ${String(kind)} ${manifest.target}`;
}

function lintOf({ platform, manifest, source }: ReadManifest, others: readonly ReadManifest[]): Lint {
  const names = others.map((other) => `${other.platform.name} "${other.manifest.name}"`).join(' and ');
  const platforms = new Set([platform, ...others.map((other) => other.platform)].map(({ name }) => name));
  return {
    level: 'error',
    code: 'shared-target',
    where: locate(source, ['metadata', 'name']),
    what: `${platform.name} "${manifest.name}" and ${names} scale the same target, ${manifest.target}`,
    ...wordsOf(platforms),
  };
}

function wordsOf(platforms: ReadonlySet<string>): Pick<Lint, 'why' | 'fix'> {
  if (platforms.has('aws')) {
    const why = 'All policies of a group act together, and documents of their own cannot be joined here.';
    return { why, fix: 'put the policies of the group in one list.' };
  }
  if (platforms.has('keda')) {
    const why = 'KEDA makes an HPA of its own, so two controllers set the count and undo each other; KEDA refuses it.';
    return { why, fix: 'keep one; further metrics become triggers of the ScaledObject.' };
  }
  const why = 'The controller reports AmbiguousSelector for both, and neither of them does anything.';
  return { why, fix: 'keep one, with all metrics in its list: the largest count wins.' };
}
