import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { issueWords } from '../../src/base/issueWords.js';

describe('what a schema found, after the name of the place', () => {
  it.each<[string, z.ZodType, unknown, string]>([
    ['nothing', z.number(), undefined, 'is missing: a number is expected'],
    ['nothing for a map', z.record(z.string(), z.number()), undefined, 'is missing: a map is expected'],
    ['null', z.string(), null, 'is null, but text is expected'],
    ['a number', z.string(), 3, 'is a number, but text is expected'],
    ['a list', z.object({}), [], 'is a list, but a map is expected'],
    ['a pair for a list', z.array(z.number()), { a: 1 }, 'is a map, but a list is expected'],
    ['none of several forms', z.union([z.number(), z.boolean()]), 'x', 'has none of the forms that are allowed here'],
    ['an unknown word', z.enum(['a', 'b']), 'c', 'is wrong: expected one of "a"|"b"'],
  ])('%s', (_, schema, value, words) => {
    const { error } = schema.safeParse(value);
    expect(error?.issues.map(issueWords)).toEqual([words]);
  });
});
