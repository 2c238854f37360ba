import type { z } from 'zod';
import type { SourceDocument } from '../base/document.js';
import { fewProblems, PROBLEM_LIMIT } from '../base/fewProblems.js';
import { locate } from '../base/locate.js';
import { nearest, suggestion } from '../base/nearest.js';
import { type Problem, sortProblems } from '../base/problem.js';
import { fieldAt } from '../platforms/fieldAt.js';
import { allowedKeys, boundsAt } from './allowed.js';
import { meantIssue } from './meantIssue.js';

type Issue = z.core.$ZodIssue;
type UnionIssue = Issue & { readonly code: 'invalid_union' };
type Words = Pick<Problem, 'code' | 'what' | 'why' | 'fix'>;

/** Turns what the schema found into problems with a place, a reason and a fix; of very many only the first. */
export function explain(issues: readonly Issue[], source: SourceDocument): Problem[] {
  const problems: Problem[] = [];
  let moreCount = 0;
  for (const issue of issues.flatMap(oneKeyEach)) {
    if (problems.length < PROBLEM_LIMIT) problems.push(...explainOne(issue, source));
    else moreCount++;
  }
  return fewProblems(sortProblems(problems), moreCount);
}

/** A file may have as many unknown keys as fit into it. */
function oneKeyEach(issue: Issue): Issue[] {
  return issue.code === 'unrecognized_keys' ? issue.keys.map((key) => ({ ...issue, keys: [key] })) : [issue];
}

/** Of a key that is not there: a check of its form tells nothing, one of our own may say why it is needed. */
function saysNothing({ code, message }: Issue): boolean {
  return ['invalid_type', 'invalid_union', 'invalid_value'].includes(code) || message.startsWith('got nothing');
}

function explainOne(issue: Issue, source: SourceDocument): Problem[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(issue.path, key, source));
  if (issue.code === 'invalid_key') {
    const inner = issue.issues[0]?.message ?? 'is not a name';
    return [{ ...threeLines(inner, 'bad-name', shown(issue.path.at(-1))), where: locate(source, issue.path, true) }];
  }
  const value = fieldAt(source.value, issue.path);
  const isMissing = value === undefined && issue.path.length > 0;
  const where = locate(source, issue.path, false);
  if (isMissing && saysNothing(issue)) return [{ ...missingKey(issue), where }];
  if (issue.code === 'invalid_union' && !issue.message.includes('\n')) return [unionProblem(issue, source)];
  if (issue.message.includes('\n')) return [{ ...threeLines(issue.message, codeOf(issue.message)), where }];
  return [{ ...wordsOf(issue, value, source), where }];
}

/** Messages of our own schemas have three lines: what, why, fix. */
function threeLines(message: string, code: string, subject = ''): Words {
  const [what, why = 'The value cannot be used.', fix = 'correct it.'] = message.split('\n');
  return { code, what: subject === '' ? what : `${subject} ${what}`, why, fix };
}

function codeOf(message: string): string {
  if (message.includes('is not a ') && message.includes('Only the ones listed')) return 'unknown-variant';
  return /duration|Time runs/.test(message) ? 'bad-duration' : 'bad-value';
}

function unknownKey(parent: readonly PropertyKey[], key: string, source: SourceDocument): Problem {
  const path = [...parent, key];
  const where = locate(source, path, true);
  if (isReserved(parent.map(String).join('.'), key)) {
    return {
      code: 'not-supported-yet',
      where,
      what: `\`${key}\` is not supported yet`,
      why: 'The format reserves it for a later version; ignoring it would make the results wrong.',
      fix: 'remove it for now.',
    };
  }
  const allowed = allowedKeys(parent, source.value);
  if (allowed.includes(key)) return { ...besideOther(path, fieldAt(source.value, parent)), where };
  const close = keptElsewhere(parent, key) === undefined ? nearest(key, allowed) : undefined;
  return {
    code: 'unknown-key',
    where,
    what: `unknown key "${path.map(String).join('.')}"${close === undefined ? '' : `; did you mean ${close}?`}`,
    why: 'An unknown key would be ignored silently.',
    fix: keptElsewhere(parent, key) ?? (suggestion(key, allowed) || 'remove it.'),
  };
}

/** A key of one form of a value, in the map of another form. */
function besideOther(path: readonly PropertyKey[], map: unknown): Words {
  const others = Object.keys(Object(map)).filter((key) => key !== path.at(-1));
  return {
    code: 'two-forms',
    what: `\`${path.map(String).join('.')}\` cannot stand beside ${others.map((key) => `\`${key}\``).join(', ')}`,
    why: 'They are two forms of one value.',
    fix: 'keep one of them.',
  };
}

/** Where a key belongs that people look for at this place. */
function keptElsewhere(parent: readonly PropertyKey[], key: string): string | undefined {
  if (parent.length !== 2 || parent[0] !== 'services' || key !== 'calls') return undefined;
  return 'write the calls under the class whose requests make them, requests.CLASS.calls.';
}

function missingKey(issue: Issue): Words {
  const key = String(issue.path.at(-1));
  return {
    code: 'missing-key',
    what: `\`${issue.path.map(String).join('.')}\` is missing`,
    why: 'It has no default.',
    fix: `add \`${key}\`.`,
  };
}

function unionProblem(issue: UnionIssue, source: SourceDocument): Problem {
  const value = fieldAt(source.value, issue.path);
  const meant = meantIssue(issue, value);
  const [first] = meant === undefined ? [] : explainOne(meant, source);
  const isWhole = meant?.path.length === issue.path.length && meant.code !== 'unrecognized_keys';
  if (first !== undefined) return { ...first, ...(isWhole && formsBeside(issue, source)) };
  return {
    code: 'wrong-form',
    where: locate(source, issue.path),
    what: `got ${shown(value)}, which has none of the forms allowed here`,
    why: 'The value could not be understood.',
    fix: 'see the example of this key in docs/scenarios.md, or the JSON Schema (dryscale schema scenario).',
  };
}

/** What each form says of the value as a whole, those of unions within the union, too. */
function wholeIssues({ errors }: UnionIssue): Issue[] {
  return errors.flatMap(([first]) => {
    if (first === undefined || first.path.length > 0) return [];
    return first.code === 'invalid_union' && !first.message.includes('\n') ? wholeIssues(first) : [first];
  });
}

/** What is said of a value that is none of the words of a union, which has other forms, too; a word that is nearly meant is told alone. */
function formsBeside(issue: UnionIssue, source: SourceDocument): Words | undefined {
  const { path } = issue;
  const value = fieldAt(source.value, path);
  const others = wholeIssues(issue);
  const values = others.flatMap((other) => (other.code === 'invalid_value' ? other.values.map(String) : []));
  const words = values.map((word) => `\`${word}\``);
  if (words.length === 0) return undefined;
  if (typeof value === 'string' && nearest(value, values) !== undefined) return undefined;
  const told = others.find(({ message }) => message.includes('\n'));
  if (told !== undefined) {
    const { fix, ...rest } = threeLines(told.message, codeOf(told.message));
    return { ...rest, fix: `${fix.replace(/\.$/, '')}, or ${words.join(' or ')}.` };
  }
  const types = others.flatMap((other) => (other.code === 'invalid_type' ? [expectedWord(other.expected)] : []));
  if (types.length === 0) return undefined;
  const forms = [...new Set(types), ...words].join(' or ');
  const keys = types.includes('a map') ? allowedKeys(path, source.value) : [];
  return {
    code: 'wrong-type',
    what: `got ${shown(value)}, but ${forms} is expected`,
    why: 'The value could not be understood.',
    fix: `write ${forms}${listed(keys)}.`,
  };
}

function listed(keys: readonly string[]): string {
  return keys.length === 0 ? '' : `; known keys: ${keys.join(', ')}`;
}

function wordsOf(issue: Issue, value: unknown, source: SourceDocument): Words {
  const range = boundsAt(issue.path, source.value);
  switch (issue.code) {
    case 'invalid_type': {
      const keys = issue.expected === 'object' ? allowedKeys(issue.path, source.value) : [];
      const isNumber = typeof value === 'number' && issue.expected === 'number';
      const isPlain = ['string', 'number', 'boolean'].includes(typeof value);
      const example = keys.length === 1 && isPlain ? ` such as { ${keys[0]}: ${String(value)} }` : listed(keys);
      return {
        code: 'wrong-type',
        what: `got ${shown(value)}, but ${isNumber ? 'a finite number' : expectedWord(issue.expected)} is expected`,
        why: typeof value === 'string' ? 'Text is never converted silently.' : 'The value could not be understood.',
        fix: `write ${expectedWord(issue.expected)}${example}.`,
      };
    }
    case 'too_small':
    case 'too_big': {
      const isSmall = issue.code === 'too_small';
      const bound = isSmall ? issue.minimum : issue.maximum;
      const sign = `${isSmall ? '>' : '<'}${issue.inclusive === false ? '' : '='}`;
      if (Number(bound) === Number.MAX_SAFE_INTEGER) {
        return {
          code: 'out-of-range',
          what: `is ${shown(value)}, but must be below 2^53`,
          why: 'Larger whole numbers are not exact.',
          fix: 'use a smaller number.',
        };
      }
      const allowed = range === undefined ? `${sign} ${bound}` : `in ${range} (${sign} ${bound})`;
      return {
        code: 'out-of-range',
        what: `is ${shown(value)}, but must be ${allowed}`,
        why: 'No other value has a meaning here.',
        fix: `choose a value ${sign} ${bound}.`,
      };
    }
    case 'invalid_value': {
      const options = issue.values.map(String);
      return {
        code: 'unknown-value',
        what: `got ${shown(value)}, but one of ${options.join(', ')} is expected`,
        why: 'Only these are known.',
        fix: suggestion(String(value), options),
      };
    }
    default:
      return {
        code: 'bad-value',
        what: `got ${shown(value)}: ${issue.message}`,
        why: 'The value could not be understood.',
        fix: 'correct it.',
      };
  }
}

/** A type of the schema in words: `a map`, `text`. */
export function expectedWord(expected: string): string {
  const words: Record<string, string> = {
    record: 'map',
    object: 'map',
    array: 'list',
    string: 'text',
    int: 'whole number',
  };
  const word = words[expected] ?? expected;
  return word === 'text' ? word : `a ${word}`;
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'nothing (null)';
  if (typeof value === 'string') return `"${value.length > 60 ? `${value.slice(0, 60)}…` : value}" (string)`;
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'a map' : `${String(value)} (${typeof value})`;
}

/** Keys that the format reserves for later, by the place where they would stand: refused by name, never ignored. */
const reserved: readonly { readonly under: RegExp; readonly keys: readonly string[] }[] = [
  { under: /^$/, keys: ['model'] },
  { under: /^services\.[^.]+$/, keys: ['model'] },
  { under: /^requests\.[^.]+$/, keys: ['model'] },
];

/** Whether a key is reserved for later at this place. */
function isReserved(parentPath: string, key: string): boolean {
  return reserved.some(({ under, keys }) => under.test(parentPath) && keys.includes(key));
}
