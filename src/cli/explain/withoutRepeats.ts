import type { ExplainedFile } from './explanation.js';

/** Templates of one chart, patches of one kustomization: the first of them says what to do, and how many more there are. */
export function withoutRepeats(files: readonly ExplainedFile[]): ExplainedFile[] {
  const groups = new Map<string, ExplainedFile[]>();
  for (const one of files) {
    const advice = adviceOf(one);
    if (advice !== undefined) groups.set(advice, [...(groups.get(advice) ?? []), one]);
  }
  return files.flatMap((one): ExplainedFile[] => {
    const advice = adviceOf(one);
    const [first, ...rest] = advice === undefined ? [one] : (groups.get(advice) ?? []);
    if (one !== first) return [];
    if (rest.length === 0) return [one];
    const [problem] = one.problems;
    const what = `${problem.what}; nor ${rest.length === 1 ? 'is 1 other file' : `are ${rest.length} other files`}`;
    return [{ ...one, problems: [{ ...problem, what }] }];
  });
}

/** The command that answers for a file, where that is all there is to say of it. */
function adviceOf({ manifests, problems }: ExplainedFile): string | undefined {
  const [problem, second] = problems;
  if (manifests.length > 0 || problem === undefined || second !== undefined) return undefined;
  return problem.fix.endsWith('| dryscale explain -') ? `${problem.code} ${problem.fix}` : undefined;
}
