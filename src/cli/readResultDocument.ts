import { readFileSync } from 'node:fs';
import { type Problem, ProblemError } from '../base/problem.js';
import { type ResultDocument, resultSchema } from '../results/results.js';

/** A result document that an earlier run wrote. @throws ProblemError when it is missing, no JSON, or none */
export function readResultDocument(file: string): ResultDocument {
  const parsed = resultSchema.safeParse(parseJson(readText(file), file));
  if (parsed.success) return parsed.data;
  const { path, message } = parsed.error.issues[0];
  throw problem(file, {
    code: 'not-a-result',
    what: `is no result document: ${path.join('.') || 'the top'}: ${message}`,
    why: 'Its format is dryscale-result/1.',
    fix: 'name a report.json that dryscale run or compare wrote.',
  });
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (thrown) {
    const isMissing = thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT';
    const what = isMissing ? 'is not found' : 'cannot be read';
    throw problem(file, { code: 'not-found', what, why: 'There is nothing to read.', fix: 'check the path.' });
  }
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const why = 'A result document is one JSON value.';
    throw problem(file, { code: 'bad-json', what: 'is not JSON', why, fix: 'name a report.json.' });
  }
}

function problem(file: string, words: Omit<Problem, 'where'>): ProblemError {
  return new ProblemError([{ ...words, where: { file } }]);
}
