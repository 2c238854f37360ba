import { z } from 'zod';
import type { SourceDocument } from '../../base/document.js';
import { locate } from '../../base/locate.js';
import { nearest, suggestion } from '../../base/nearest.js';
import type { Problem } from '../../base/problem.js';

type Issue = z.core.$ZodIssue;
type Words = Omit<Problem, 'where'>;

/** What a schema found wrong in a manifest, as problems with a place, a reason and a fix. */
export function manifestProblems(issues: readonly Issue[], source: SourceDocument, schema: z.ZodType): Problem[] {
  return issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') {
      return [{ ...wordsOf(issue, source.value), where: locate(source, issue.path) }];
    }
    const known = keysAt(schema, issue.path, source.value);
    return issue.keys.map((key) => ({
      ...unknownKey([...issue.path, key], known),
      where: locate(source, [...issue.path, key], true),
    }));
  });
}

function unknownKey(path: readonly PropertyKey[], known: readonly string[]): Words {
  const key = String(path.at(-1));
  const close = nearest(key, known);
  return {
    code: 'unknown-key',
    what: `unknown key "${path.map(String).join('.')}"${close === undefined ? '' : `; did you mean ${close}?`}`,
    why: 'The API server refuses it, or drops it without notice; nothing would read it.',
    fix: suggestion(key, known) || 'remove it.',
  };
}

function wordsOf(issue: Issue, root: unknown): Words {
  const key = String(issue.path.at(-1) ?? 'the document');
  const value = valueAt(root, issue.path);
  const parent = valueAt(root, issue.path.slice(0, -1));
  if (issue.message.includes('\n')) {
    const [what, why, fix] = issue.message.split('\n');
    return { code: 'bad-value', what: `${key} ${what}`, why, fix };
  }
  const isMissing = value === undefined || value === null;
  if (isMissing && issue.code !== 'custom') {
    const options = issue.code === 'invalid_value' ? ` (one of ${issue.values.map(String).join(', ')})` : '';
    const fix = `add \`${key}\`${typeof parent === 'object' ? '' : ' and what belongs in it'}${options}.`;
    return { code: 'missing-key', what: `${key} is missing`, why: 'It has no default.', fix };
  }
  if (issue.code === 'invalid_value') return unknownValue(key, value, issue.values.map(String));
  if (issue.code === 'invalid_union') return unknownValue(key, value, metricTypes);
  if (issue.code === 'too_small' || issue.code === 'too_big') return outOfRange(key, value, issue);
  const expected = issue.code === 'invalid_type' ? (plainWords[issue.expected] ?? issue.expected) : 'another value';
  return {
    code: 'wrong-type',
    what: `${key} is ${shown(value)}, but ${expected} is expected`,
    why: 'The API server converts nothing.',
    fix: `write ${expected}.`,
  };
}

const metricTypes = ['Resource', 'ContainerResource', 'Pods', 'Object', 'External'];
const plainWords: Readonly<Record<string, string>> = {
  object: 'a map',
  array: 'a list',
  string: 'text',
  int: 'a whole number',
  number: 'a number',
};

function unknownValue(key: string, value: unknown, options: readonly string[]): Words {
  return {
    code: 'unknown-value',
    what: `${key} is ${shown(value)}, but one of ${options.join(', ')} is expected`,
    why: 'The API server knows no other.',
    fix: suggestion(String(value), options),
  };
}

function outOfRange(key: string, value: unknown, issue: Issue & { readonly code: 'too_small' | 'too_big' }): Words {
  const isSmall = issue.code === 'too_small';
  const bound = isSmall ? issue.minimum : issue.maximum;
  const allowed = `${isSmall ? '>=' : '<='} ${bound}`;
  const isLength = issue.origin === 'array' || issue.origin === 'string';
  return {
    code: 'out-of-range',
    what: isLength ? `${key} is empty` : `${key} is ${shown(value)}, but must be ${allowed}`,
    why: 'The API server refuses it.',
    fix: isLength ? 'give at least one, or leave the key out.' : `choose a value ${allowed}.`,
  };
}

function shown(value: unknown): string {
  if (typeof value === 'string') return `"${value.slice(0, 60)}" (string)`;
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return value === null ? 'nothing (null)' : 'a map';
  return `${String(value)} (${typeof value})`;
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root;
  for (const key of path) value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return value;
}

/** The keys that the map at `path` may have; of a choice, those of the option that the value names by its `type`. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[], value: unknown): readonly string[] {
  let here: unknown = schema;
  let found = value;
  for (const key of [...path, undefined]) {
    here = bare(here, found);
    if (key === undefined) break;
    if (here instanceof z.ZodObject) here = here.shape[String(key)];
    else if (here instanceof z.ZodArray) here = here.element;
    found = valueAt(found, [key]);
  }
  return here instanceof z.ZodObject ? Object.keys(here.shape) : [];
}

function bare(schema: unknown, value: unknown): unknown {
  if (schema instanceof z.ZodOptional) return bare(schema.unwrap(), value);
  if (!(schema instanceof z.ZodDiscriminatedUnion)) return schema;
  return schema.options.find(
    (option) => option instanceof z.ZodObject && option.shape.type.safeParse(valueAt(value, ['type'])).success,
  );
}
