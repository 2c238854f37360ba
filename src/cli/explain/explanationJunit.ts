import { problemLines } from '../../base/problem.js';
import { junitText, type TestCase } from '../../report/junitText.js';
import type { ExplainedFile, Explanation } from './explanation.js';

/** A suite a file: a case for each manifest and each error of it; a file that is refused is an error. Warnings fail nothing. */
export function explanationJunit({ files }: Explanation, version: string): string {
  return junitText(files.map((one) => ({ name: one.file, properties: [['dryscale', version]], cases: casesOf(one) })));
}

function casesOf({ manifests, problems }: ExplainedFile): TestCase[] {
  const refused = problems.map((problem) => {
    return { name: problem.code, error: { type: problem.code, message: problemLines(problem).join('\n') } };
  });
  const lints = manifests.flatMap(({ platform, manifest }): TestCase[] => {
    const name = `${platform.name} ${manifest.name}`;
    const errors = manifest.lint().filter(({ level }) => level === 'error');
    if (errors.length === 0) return [{ name }];
    return errors.map((lint) => {
      return { name: `${name}: ${lint.code}`, failure: { type: lint.code, message: problemLines(lint).join('\n') } };
    });
  });
  return [...refused, ...lints];
}
