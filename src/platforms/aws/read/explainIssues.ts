import { z } from 'zod';
import { nearest, suggestion } from '../../../base/nearest.js';
import type { Problem } from '../../../base/problem.js';
import { isRecord, type Resource } from './resource.js';
import { resourceSchemas } from './schemas.js';
import { textOf } from './textOf.js';

type Words = Pick<Problem, 'code' | 'what' | 'why' | 'fix'>;

/** What a schema found wrong with a resource, as problems with their places. */
export function explainIssues(issues: readonly z.core.$ZodIssue[], resource: Resource): Problem[] {
  return issues.flatMap((issue): Problem[] => {
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(issue.path, key, resource));
    const value = valueAt(resource.value, issue.path);
    const isMissing = value === undefined;
    const where = resource.place(isMissing ? issue.path.slice(0, -1) : issue.path);
    return [{ where, ...(isMissing ? missing(issue.path) : wrongValue(issue, value)) }];
  });
}

function unknownKey(parent: readonly PropertyKey[], key: string, resource: Resource): Problem {
  const known = keysAt(resourceSchemas[resource.kind], parent);
  const close = nearest(key, known);
  const path = [...parent, key];
  return {
    code: 'unknown-key',
    where: resource.place(path, true),
    what: `unknown key "${path.map(String).join('.')}"${close === undefined ? '' : `; did you mean ${close}?`}`,
    why: `${resource.title} has no such field: AWS would refuse it, or a setting would be lost without notice.`,
    fix: suggestion(key, known) || 'remove it.',
  };
}

function missing(path: readonly PropertyKey[]): Words {
  const key = String(path.at(-1));
  const what = `\`${path.map(String).join('.')}\` is missing`;
  return { code: 'missing-key', what, why: 'AWS requires it, and it has no default.', fix: `add ${key}.` };
}

function wrongValue(issue: z.core.$ZodIssue, value: unknown): Words {
  const got = `\`${issue.path.map(String).join('.')}\` is ${shown(value)}`;
  switch (issue.code) {
    case 'invalid_type': {
      const name = issue.expected === 'int' ? 'whole number' : issue.expected;
      const isUnresolved = typeof value === 'string' && value.includes('Fn::');
      const why = isUnresolved
        ? 'Only Ref, Fn::GetAtt, Fn::Sub and Fn::Join are resolved here.'
        : 'AWS refuses other types.';
      const what = `${got}, but ${article(name)} is expected`;
      return { code: 'wrong-type', what, why, fix: `write ${article(name)}.` };
    }
    case 'too_small':
    case 'too_big': {
      const isSmall = issue.code === 'too_small';
      const sign = `${isSmall ? '>' : '<'}${issue.inclusive === false ? '' : '='}`;
      const bound = `${sign} ${isSmall ? issue.minimum : issue.maximum}`;
      return {
        code: 'out-of-range',
        what: `${got}, but must be ${bound}`,
        why: 'AWS refuses it.',
        fix: `choose a value ${bound}.`,
      };
    }
    case 'invalid_value': {
      const options = issue.values.map(String);
      return {
        code: 'unknown-value',
        what: `${got}, but one of ${options.join(', ')} is expected`,
        why: 'AWS knows only these here.',
        fix: suggestion(textOf(value), options),
      };
    }
    default:
      return {
        code: 'bad-value',
        what: `${got}: ${issue.message}`,
        why: 'It cannot be understood.',
        fix: 'correct it.',
      };
  }
}

function article(type: string): string {
  const words: Record<string, string> = { array: 'a list', record: 'a map', object: 'a map', string: 'text' };
  return words[type] ?? `a ${type}`;
}

function shown(value: unknown): string {
  if (value === null) return 'nothing (null)';
  if (typeof value === 'string') return `"${value.length > 60 ? `${value.slice(0, 60)}...` : value}" (string)`;
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'a map' : `${String(value)} (${typeof value})`;
}

/** Names that a schema knows at a path of a value. */
function keysAt(schema: unknown, path: readonly PropertyKey[]): string[] {
  let inner = unwrap(schema);
  for (const key of path) {
    if (inner instanceof z.ZodArray) inner = unwrap(inner.element);
    else if (inner instanceof z.ZodObject) inner = unwrap(inner.shape[String(key)]);
  }
  return inner instanceof z.ZodObject ? Object.keys(inner.shape) : [];
}

function unwrap(schema: unknown): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable) {
    return unwrap(schema.unwrap());
  }
  return schema;
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => {
    if (Array.isArray(value)) return value[Number(key)];
    return isRecord(value) ? value[String(key)] : undefined;
  }, root);
}
