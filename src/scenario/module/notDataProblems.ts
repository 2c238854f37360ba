import type { Problem } from '../../base/problem.js';
import { expectedWord } from '../explain.js';
import { scenarioSchema } from '../schema.js';
import type { NotData } from './plainData.js';

/** What a module exports in places where data belongs, in words of what the schema expects there. */
export function notDataProblems(found: readonly NotData[], value: unknown, file: string): Problem[] {
  // The value has null in all these places.
  const issues = scenarioSchema.safeParse(value).error?.issues ?? [];
  return found.map(({ path, kind, what }) => {
    const issue = issues.find((one) => one.path.join('.') === path.join('.'));
    const expected = issue?.code === 'invalid_type' ? expectedWord(issue.expected) : 'plain data';
    const said = kind === 'kind' ? `is ${what}, ${expected} is expected` : what;
    const isLimit = kind === 'limit';
    return {
      code: isLimit ? 'too-large' : 'not-data',
      where: { file, ...(path.length === 0 ? {} : { path: path.join('.') }) },
      what: path.length === 0 ? `the default export ${said}` : said,
      why: isLimit
        ? 'Nobody writes that much by hand, and a run would not end.'
        : 'A scenario is plain data: maps, lists, texts, numbers, true and false.',
      fix: isLimit ? 'write less; traffic belongs into a trace.' : 'write the value itself.',
    };
  });
}
