import type { z } from 'zod';
import { fieldAt } from '../platforms/fieldAt.js';

type Issue = z.core.$ZodIssue;

/** What is wrong with a value that may have several forms, told of the form that was meant; undefined where none was. */
export function meantIssue(issue: Issue, value: unknown): Issue | undefined {
  if (issue.code !== 'invalid_union' || issue.message.includes('\n')) return issue;
  // The form of which it lacks keys only, or the one that it follows farthest.
  const failed = issue.errors.filter((errors) => errors.length > 0 && !isOfAnotherType(errors));
  const lacking = failed.filter((errors) => lacksKeysOnly(errors, value));
  const forms = lacking.length > 0 ? lacking : failed;
  const [[inner] = []] = [...forms].sort((a, b) => depthOf(b) - depthOf(a) || a.length - b.length);
  return inner && { ...inner, path: [...issue.path, ...inner.path] };
}

function isOfAnotherType([{ code, path, message }]: readonly Issue[]): boolean {
  // A message of three lines is our own, and says what the value may be.
  return code === 'invalid_type' && path.length === 0 && !message.includes('\n');
}

/** An unknown key is one level below the map that has it. */
function depthOf(issues: readonly Issue[]): number {
  return Math.max(0, ...issues.map(({ code, path }) => path.length + (code === 'unrecognized_keys' ? 1 : 0)));
}

/** Whether a form knows all that a map holds, and only wants more. */
function lacksKeysOnly(issues: readonly Issue[], value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) return false;
  return issues.every(
    ({ code, path }) => code === 'invalid_type' && path.length === 1 && fieldAt(value, path) === undefined,
  );
}
