import { posix, resolve } from 'node:path';
import { exitCode } from '../base/exitCode.js';
import { ProblemError } from '../base/problem.js';
import { shortestSuffixes } from '../base/shortestSuffixes.js';
import { type CandidateReference, type PolicyReference, parsePolicySpec, policiesOf } from './parsePolicySpec.js';
import { policyFile } from './policyFiles.js';

/** One candidate as text: its bindings, and the name that results are told apart by. */
interface NamedCandidate {
  readonly name: string;
  readonly references: readonly PolicyReference[];
}

interface Naming {
  /** Paths are relative to this folder. */
  readonly baseFolder: string;
  /** See `parsePolicySpec`. */
  readonly serviceNames?: readonly string[] | undefined;
}

/**
 * The candidates that `--policy` texts name, each with a name of its own: nothing is read.
 *
 * A name is the label, or the file without folder and ending, with its parameters: `target-cpu?target=0.5&window=5m`,
 * `web=hpa;api=b`. Files of the same name are told apart by as many folders as that takes, `a/hpa` and `b/hpa`, and in one
 * folder by their endings. Only then a name depends on folders, and never on the one where the program was started.
 * @throws ProblemError with exit code 2
 */
export function namedCandidates(
  texts: readonly string[],
  { baseFolder, serviceNames }: Naming,
): readonly NamedCandidate[] {
  const groups = texts.map((text) => parsePolicySpec(text, serviceNames));
  const targets = groups.flat().flatMap(({ references }) => references.flatMap(policiesOf).map(({ target }) => target));
  const stemOf = stems(targets, baseFolder);
  const named = groups.flatMap((group) =>
    group.map((candidate) => ({ name: nameOf(candidate, group.length, stemOf), references: candidate.references })),
  );
  rejectDoubles(named.map(({ name }) => name));
  return named;
}

/** No files; what else has no ending is a policy that comes with dryscale. */
const builtIn = /^(none|oracle|static(:.*)?)$/s;

/** What stands for each file in names. */
function stems(targets: readonly string[], baseFolder: string): (target: string) => string {
  const typed = new Map<string, string>();
  for (const target of targets.filter((one) => !builtIn.test(one))) {
    const path = resolve(baseFolder, target);
    if (!typed.has(path)) typed.set(path, posix.normalize(target.replaceAll('\\', '/')));
  }
  const bare = [...typed.values()].map(withoutEnding);
  const suffixes = shortestSuffixes(bare);
  const byPath = new Map(
    [...typed].map(([path, file], index) => {
      const isShared = bare.filter((other) => other === bare[index]).length > 1;
      return [path, `${suffixes[index]}${isShared ? file.slice(bare[index].length) : ''}`];
    }),
  );
  return (target) => byPath.get(resolve(baseFolder, target)) ?? target.split(/[\\/]/).at(-1) ?? target;
}

function withoutEnding(file: string): string {
  if (!policyFile.test(file)) return file;
  return file.replace(/\.[^./]+$/, '');
}

function nameOf(
  { label, references }: CandidateReference,
  siblingCount: number,
  stemOf: (target: string) => string,
): string {
  if (label !== undefined && siblingCount === 1) return label;
  const part = (reference: PolicyReference) => {
    const { serviceName } = reference;
    const prefix = serviceName === '*' ? '' : `${serviceName}=`;
    const policies = policiesOf(reference).map(({ target, params }, index) => {
      const query = Object.entries(params).map(([name, value]) => `${name}=${value}`);
      const stem = index === 0 && label !== undefined ? label : stemOf(target);
      return `${stem}${query.length === 0 ? '' : `?${query.join('&')}`}`;
    });
    return `${prefix}${policies.join('+')}`;
  };
  return references.map(part).join(';');
}

function rejectDoubles(names: readonly string[]): void {
  const double = names.find((name, index) => names.indexOf(name) !== index);
  if (double === undefined) return;
  const what = `two candidates are named "${double}"`;
  const why = 'Results are told apart by their names: labels, or names of files with parameters.';
  const fix = 'Leave one out, or give it a label: --policy LABEL=FILE.';
  throw new ProblemError([{ code: 'double-policy', where: { path: '--policy' }, what, why, fix }], exitCode.wrongUsage);
}
