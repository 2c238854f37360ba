import { ProblemError } from '../../base/problem.js';
import { resolveCandidates } from '../../policy/candidates.js';
import { policyFile, policyPlace } from '../../policy/policyFiles.js';
import type { Candidate, PolicySpec, SinglePolicySpec } from '../../policy/policySpec.js';
import { type Revision, repositoryPath } from './revision.js';
import type { Snapshot } from './snapshot.js';

interface PastText {
  /** A `--policy` text, or one of a scenario's `policies`. */
  readonly text: string;
  /** What its paths are relative to: an absolute folder of the working tree, which need not be there any more. */
  readonly baseFolder: string;
  readonly metricNames: Readonly<Record<string, string>>;
  /** What a name before `=` may be; left out, it always is a service. */
  readonly serviceNames?: readonly string[];
}

/** The candidates of one text as they are in a revision. */
interface PastCandidates {
  /** In the order of the text; empty where a file is missing. */
  readonly candidates: readonly Candidate[];
  /** Files that the revision does not have, as paths of the repository. */
  readonly missing: readonly string[];
  /** [path] what it was called then. */
  readonly formerNames: Readonly<Record<string, string>>;
}

/**
 * Reads the policies of a text from a revision. A file outside of the repository has no past: it is taken as it is.
 *
 * @throws ProblemError for a policy that cannot be read, with its place in the revision
 */
export async function pastCandidates(
  { text, baseFolder, metricNames, serviceNames }: PastText,
  revision: Revision,
  snapshot: Snapshot,
): Promise<PastCandidates> {
  const missing: string[] = [];
  const formerNames: Record<string, string> = {};
  const parts: string[] = [];
  for (const part of text.split(';').map((one) => one.trim())) {
    const [, service = '', target = '', params = ''] = /^([\w.-]+=)?([^?]*)(\?.*)?$/s.exec(part) ?? [];
    const file = policyPlace(target, baseFolder);
    if (file.isShipped || !policyFile.test(file.path)) {
      parts.push(part);
      continue;
    }
    const path = repositoryPath(revision, file.path);
    const former = path === undefined ? undefined : await snapshot.copy(path);
    if (path !== undefined && former === undefined) missing.push(path);
    if (path !== undefined && former !== undefined) formerNames[path] = former;
    const place = path === undefined ? file.path : snapshot.pathOf(path);
    parts.push(`${service}${place}${params}`);
  }
  if (missing.length > 0) return { candidates: [], missing, formerNames };
  const shown = (file: string) => shownPath(file, revision, snapshot);
  try {
    const candidates = await resolveCandidates({
      texts: [parts.join(';')],
      baseFolder,
      metricNames,
      ...(serviceNames === undefined ? {} : { serviceNames }),
    });
    return { candidates: candidates.map((one) => withPaths(one, shown)), missing, formerNames };
  } catch (thrown) {
    if (!(thrown instanceof ProblemError)) throw thrown;
    const problems = thrown.problems.map((problem) =>
      problem.where.file === undefined
        ? problem
        : { ...problem, where: { ...problem.where, file: shown(problem.where.file) } },
    );
    throw new ProblemError(problems, thrown.exitCode);
  }
}

/** The candidate's name with the revision, before its parameters: `hpa@main?target=0.7`. */
export function nameAt(name: string, { label }: Revision): string {
  const [head, ...rest] = name.split('?');
  return name.includes(';') ? `${name}@${label}` : [`${head}@${label}`, ...rest].join('?');
}

function shownPath(file: string, { name }: Revision, { folder }: Snapshot): string {
  return file.startsWith(folder) ? `git:${name}:${file.slice(folder.length + 1).replaceAll('\\', '/')}` : file;
}

function withPaths(candidate: Candidate, shown: (file: string) => string): Candidate {
  const withPath = (spec: SinglePolicySpec): SinglePolicySpec =>
    'path' in spec ? { ...spec, path: shown(spec.path) } : spec;
  const bindings = Object.entries(candidate.bindings).map(([service, spec]): [string, PolicySpec] => [
    service,
    spec.kind === 'several' ? { ...spec, members: spec.members.map(withPath) } : withPath(spec),
  ]);
  return { ...candidate, bindings: Object.fromEntries(bindings) };
}
