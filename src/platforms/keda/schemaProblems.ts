import { z } from 'zod';
import type { SourceDocument } from '../../base/document.js';
import { locate } from '../../base/locate.js';
import { suggestion } from '../../base/nearest.js';
import type { Problem } from '../../base/problem.js';

type Issue = z.core.$ZodIssue;
type Words = Pick<Problem, 'code' | 'what' | 'why' | 'fix'>;

/** What a schema found wrong with a manifest, each with its place. */
export function schemaProblems(issues: readonly Issue[], schema: z.ZodType, source: SourceDocument): Problem[] {
  return issues.flatMap((issue): Problem[] => {
    if (issue.code === 'unrecognized_keys') {
      const known = knownKeys(schema, issue.path);
      return issue.keys.map((key) => ({
        ...unknownKey(key, known),
        where: locate(source, [...issue.path, key], true),
      }));
    }
    return [{ ...wordsOf(issue, valueAt(source.value, issue.path)), where: locate(source, issue.path) }];
  });
}

function unknownKey(key: string, known: readonly string[]): Words {
  return {
    code: 'unknown-key',
    what: `unknown key "${key}"`,
    why: 'KEDA has no such field: the API refuses it, or drops it without notice.',
    fix: suggestion(key, known) || 'remove it.',
  };
}

function wordsOf(issue: Issue, value: unknown): Words {
  const key = String(issue.path.at(-1));
  const got = shown(value);
  if (value === undefined && ['invalid_type', 'invalid_union', 'invalid_value'].includes(issue.code)) {
    return {
      code: 'missing-key',
      what: `\`${key}\` is missing`,
      why: 'KEDA has no default for it.',
      fix: `add \`${key}\`.`,
    };
  }
  if (issue.code === 'too_small' || issue.code === 'too_big') {
    const bound = issue.code === 'too_small' ? `>= ${issue.minimum}` : `<= ${issue.maximum}`;
    const isSized = issue.origin === 'string' || issue.origin === 'array';
    const what = isSized ? `\`${key}\` is empty` : `\`${key}\` is ${got}, but must be ${bound}`;
    return {
      code: 'out-of-range',
      what,
      why: 'KEDA accepts no other value.',
      fix: isSized ? 'add an entry.' : `choose a value ${bound}.`,
    };
  }
  if (issue.code === 'invalid_value') {
    const options = issue.values.map(String);
    const what = `\`${key}\` is ${got}, but one of ${options.join(', ')} is expected`;
    return { code: 'unknown-value', what, why: 'KEDA knows no other.', fix: suggestion(String(value), options) };
  }
  const expected =
    issue.code === 'invalid_type' ? (expectedWords[issue.expected] ?? issue.expected) : 'another kind of value';
  return {
    code: 'wrong-type',
    what: `\`${key}\` is ${got}, but ${expected} is expected`,
    why: 'The value could not be understood.',
    fix: `write ${expected}.`,
  };
}

const expectedWords: Readonly<Record<string, string>> = {
  object: 'a map',
  record: 'a map',
  array: 'a list',
  string: 'text',
  int: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
};

/** A value as a message quotes it, with its type. */
export function shown(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (typeof value === 'string') return `"${value.length > 60 ? `${value.slice(0, 60)}…` : value}" (string)`;
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'a map' : `${String(value)} (${typeof value})`;
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root;
  for (const key of path) value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return value;
}

/** The keys that a schema knows at a path. */
function knownKeys(schema: unknown, path: readonly PropertyKey[]): string[] {
  let inner = unwrapped(schema);
  for (const key of path) {
    if (inner instanceof z.ZodObject) inner = unwrapped(inner.shape[String(key)]);
    else if (inner instanceof z.ZodArray) inner = unwrapped(inner.element);
  }
  return inner instanceof z.ZodObject ? Object.keys(inner.shape) : [];
}

function unwrapped(schema: unknown): unknown {
  let inner = schema;
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodDefault || inner instanceof z.ZodPrefault) {
    inner = inner.unwrap();
  }
  return inner;
}

/** The API takes a null for a key that is not there. */
export function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== null);
  return Object.fromEntries(entries.map(([key, inner]) => [key, withoutNulls(inner)]));
}
