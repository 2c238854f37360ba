import { expect, it } from 'vitest';
import { mergeParams } from '../../src/policy/mergeParams.js';

const defaults = { target: 0.6, label: 'x', strict: false };
const merge = (overrides: Record<string, number | string | boolean>) =>
  mergeParams({ fileName: 'p.lua', defaults, overrides });

it('keeps defaults that nobody replaces', () => {
  expect(merge({})).toEqual(defaults);
  expect(merge({ target: 0.7 })).toEqual({ ...defaults, target: 0.7 });
});

it('lets the type of the default decide what a text means', () => {
  expect(merge({ target: '1e-1', label: 5, strict: 'true' })).toEqual({ target: 0.1, label: '5', strict: true });
});

it.each([
  [{ targets: 1 }, 'has no parameter "targets". Did you mean "target"?'],
  [{ target: 'high' }, 'expected a number like its default 0.6'],
  [{ target: true }, 'got true'],
  [{ strict: 1 }, 'expected a boolean'],
  [{ __proto__x: 1 }, 'has no parameter'],
  [{ toString: 1 }, 'has no parameter "toString"'],
])('refuses %j', (overrides, text) => {
  expect(() => merge(overrides)).toThrow(text);
});
