import { parseDocument } from '../base/document.js';
import { type Problem, ProblemError } from '../base/problem.js';
import { readUserText } from '../base/userFile.js';
import { contextSchema, inEnvironment } from '../policy/context/context.js';
import type { NamedContext } from '../verify/contexts.js';

/** Observations carry it: a few facts. */
const limitBytes = 1_048_576;

/** The contexts of `--context`, maps in YAML or JSON, each in the environment of `--environment`. @throws ProblemError with all that is wrong */
export function readContexts(files: readonly string[], environment: string | undefined): NamedContext[] {
  const problems: Problem[] = [];
  const contexts = files.flatMap((file): NamedContext[] => {
    const text = readUserText({ path: file, why: 'It is to be verified in.', limitBytes, mayBePipe: false });
    const source = parseDocument(text, file);
    if (Array.isArray(source)) {
      problems.push(...source);
      return [];
    }
    const parsed = contextSchema.safeParse(source.value);
    if (parsed.success) return [{ name: file, context: inEnvironment(parsed.data, environment) }];
    const [issue] = parsed.error.issues;
    problems.push({
      code: 'wrong-context',
      where: { file, ...(issue.path.length === 0 ? {} : { path: issue.path.join('.') }) },
      what: issue.path.length === 0 ? 'is no map of facts' : 'is not what a context has there',
      why: 'A context is plain data without null; name and version of the model are texts, parameters and metadata maps.',
      fix: 'write for example { "model": { "version": "2026-11" }, "environment": "prod" }.',
    });
    return [];
  });
  if (problems.length > 0) throw new ProblemError(problems);
  return contexts;
}
