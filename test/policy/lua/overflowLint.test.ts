import { expect, it } from 'vitest';
import { overflowLint } from '../../../src/policy/lua/overflowLint.js';

it('names the line of each product of literals beyond 32 bits', () => {
  const code = 'local a = 2\nlocal limit = 4 * 1024 * 1024*1024\nlocal day = 24 * 60 * 60';
  expect(overflowLint(code)).toEqual([
    expect.stringMatching(/^line 2: 4 \* 1024 \* 1024\*1024 .* write 4\.0 \* 1024 \* 1024\*1024\.$/),
  ]);
});

it.each([
  'local x = 4.0 * 1024 * 1024 * 1024',
  '-- 99999 * 99999',
  '--[[ \n 99999 * 99999 ]]',
  'print("99999 * 99999")',
  "print('99999 * 99999')",
  'print([==[ 99999 * 99999 ]==])',
  'local x = 46340 * 46340',
])('is silent about %j', (code) => {
  expect(overflowLint(code)).toEqual([]);
});
