import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Problem } from '../../base/problem.js';
import { fieldAt } from '../../platforms/fieldAt.js';
import type { ReadFile } from '../../platforms/readManifestSet.js';

/** The names that kustomize looks for. Source: kubectl's reference, "Declarative Management Using Kustomize". */
const kustomizationNames = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];

/**
 * What to say of a part of a kustomization that is no manifest by itself; undefined for any other file.
 *
 * A patch has the kind of a manifest and lacks what its base has. A JSON patch is a list of operations.
 */
export function kustomizeProblem({ file, others, problems }: ReadFile): Problem | undefined {
  const folder = dirname(file);
  const isKustomization = kustomizationNames.includes(basename(file));
  const isOperations = others.some(({ value }) => Array.isArray(value) && fieldAt(value, [0, 'op']) !== undefined);
  const isPartial = problems.length > 0 && problems.every(({ code }) => code === 'missing-key');
  const isBesideOne = kustomizationNames.some((name) => existsSync(join(folder, name)));
  const what = isKustomization
    ? 'is a kustomization, not a finished manifest'
    : isOperations || (isPartial && isBesideOne)
      ? 'is a patch of kustomize, not a finished manifest'
      : undefined;
  if (what === undefined) return undefined;
  return {
    code: 'kustomize',
    where: problems[0]?.where ?? { file, line: 1, column: 1 },
    what,
    why: 'kustomize makes the manifest out of a base and its patches.',
    fix: `build it and explain the output: kubectl kustomize ${isKustomization || isBesideOne ? folder : 'FOLDER'} | dryscale explain -`,
  };
}
