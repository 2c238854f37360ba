import type { SourceDocument } from '../base/document.js';
import { type Problem, ProblemError } from '../base/problem.js';
import type { Params } from '../policy/policy.js';
import { applyParams, nearestField } from './applyParams.js';
import type { FoundManifest } from './documentSet.js';
import { platforms } from './index.js';
import { manifestDocuments } from './manifestDocuments.js';
import type { ManifestOptions, Platform } from './platform.js';
import { withSetReaders } from './withSetReaders.js';

export interface ManifestText extends ManifestOptions {
  readonly text: string;
  /** As the user wrote it, for messages. */
  readonly file: string;
  /** Fields to replace. */
  readonly params: Params;
}

/**
 * Every document of a file that is an autoscaler's manifest; others (a Deployment, a Service) are passed over.
 *
 * @throws ProblemError when the file cannot be parsed, holds no manifest or a wrong one, or has no field that a parameter names
 */
export function readManifests({ text, file, params, metricNames }: ManifestText): FoundManifest[] {
  const documents = manifestDocuments(text, file);
  const known = documents.flatMap(understood);
  if (known.length === 0) throw new ProblemError([noManifest(file)]);
  const applied = known.map(({ platform, source }) => applyParams(source.value, params, platform.settable(source)));
  const problems = Object.keys(params).flatMap((name) => paramProblems(name, file, known, applied));
  if (problems.length > 0) throw new ProblemError(problems);
  const manifests: FoundManifest[] = [];
  for (const [index, { platform, source }] of known.entries()) {
    try {
      const manifest = platform.read({ ...source, value: applied[index].value }, { metricNames });
      manifests.push({ platform, manifest, source });
    } catch (thrown) {
      if (!(thrown instanceof ProblemError)) throw thrown;
      problems.push(...thrown.problems);
    }
  }
  if (problems.length > 0) throw new ProblemError(problems);
  return withSetReaders({ documents, manifests });
}

interface Understood {
  readonly platform: Platform;
  readonly source: SourceDocument;
}

function understood(source: SourceDocument): Understood[] {
  const platform = platforms.find((one) => one.recognises(source.value));
  return platform === undefined ? [] : [{ platform, source }];
}

function paramProblems(
  name: string,
  file: string,
  known: readonly Understood[],
  applied: readonly ReturnType<typeof applyParams>[],
): Problem[] {
  const where = { file };
  const paths = applied.flatMap(({ ambiguous }) =>
    ambiguous.filter((one) => one.name === name).flatMap((one) => one.paths),
  );
  if (paths.length > 0) {
    const what = `the parameter "${name}" fits several fields: ${paths.join(', ')}`;
    const why = 'Which of them is meant cannot be told.';
    return [{ code: 'ambiguous-parameter', where, what, why, fix: `write more of the path: ${paths[0]}=...` }];
  }
  if (applied.some(({ taken }) => taken.includes(name))) return [];
  const close = known
    .map(({ platform, source }) => nearestField(source.value, platform.settable(source), name))
    .find((field) => field !== undefined);
  const fix = close === undefined ? 'name a scalar field of the manifest.' : `did you mean ${close}?`;
  const why = 'Parameters of a manifest replace fields that it has, or may have.';
  return [{ code: 'unknown-parameter', where, what: `has no field "${name}"`, why, fix }];
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
