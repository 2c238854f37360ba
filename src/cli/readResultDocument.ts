import { readFileSync } from 'node:fs';
import { type Problem, ProblemError } from '../base/problem.js';
import { readDocument } from '../results/readDocument.js';
import type { ResultDocument } from '../results/results.js';

/** A result document that an earlier run wrote. @throws ProblemError when it is missing, or none */
export function readResultDocument(file: string): ResultDocument {
  const document = readDocument(readText(file), file);
  if ('where' in document) throw new ProblemError([document]);
  return document;
}

/** A file's text. @throws ProblemError when it cannot be read */
export function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (thrown) {
    const isMissing = thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT';
    const problem: Problem = {
      code: 'not-found',
      where: { file },
      what: isMissing ? 'is not found' : 'cannot be read',
      why: 'There is nothing to read.',
      fix: 'check the path.',
    };
    throw new ProblemError([problem]);
  }
}
