import fc from 'fast-check';
import { expect } from 'vitest';

/** What text of files, policies and command lines may hold to do something where it is shown. */
export const attacks: readonly string[] = [
  '\u001b[31mred\u001b[0m',
  '\u001b[2J',
  '\u001b]8;;http://evil\u0007link\u001b]8;;\u0007',
  '\u009b2J',
  '\u001b[0Ksection_start:1:x\r\u001b[0K',
  '::error file=a,line=1::x',
  '::warning::x',
  '::stop-commands::x',
  '\n::add-mask::x',
  ' ::group::x',
  '##[error]x',
  '##vso[task.setvariable variable=x]y',
  "##teamcity[buildStatus status='SUCCESS']",
  'a\nb',
  'a\rb',
  '\u000b\u000c\u0085\u2028\u2029',
  '\n  at evil (x:1:1)',
  '\n    Fix: run this',
  '\u202egnp\u2066x\u061c\u200e',
  'a\u200bb\u200d\u2060\ufeff\u00ad\u3164',
  '\u{e0041}\u{e0042}\u{e007f}',
  '\ud800',
  '\udc00x',
  '\ufffe\uffff',
  '\u0000\u0001\u001f\u007f\u0080\u009f',
  ']]>',
  '<![CDATA[x]]>',
  '-->',
  '<!--',
  '</script><script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '&amp;&#60;&',
  `"'\`"`,
  '```',
  '`````',
  '| a | b |',
  '\\|',
  '\\',
  '\\n\\u0041\\x41',
  '[x](javascript:alert(1))',
  '![x](http://evil/x.png)',
  '<http://evil>',
  'http://evil www.evil.example',
  '@everyone @org/team',
  'a@evil.example',
  '#123 GH-12 owner/repo#1 !12 ~label %milestone $1 &12',
  'a5c3785ed8d6a35868bc169f07e40e889087fd2e',
  '=cmd|"/c calc"!A1',
  '+1+1',
  '-1+1',
  '@SUM(A1)',
  '\t=1',
  '$(touch pwned)',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a shell's and a script's.
  '${process.exit(1)}${IFS}',
  '`touch pwned`',
  '!history !!',
  '%0A%0D%25::error::x',
  '%s%n%d',
  '; rm -rf x',
  '*',
  '~',
  '=ls',
  '-x --help',
  '{{ x }}{0}',
  '__proto__',
  'y',
  'null',
  '1e3',
  '---',
  '# x',
  '- x',
  ': x',
  '',
  '  ',
];

/** A text that is, or holds, some of them. */
export const foreignText = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...attacks) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
    ),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((parts) => parts.join(''));

/** Names every character by its code: what the product takes for unsafe is its own business, this list is not made of it. */
const forbidden: readonly (readonly [from: number, to: number])[] = [
  [0x00, 0x08],
  [0x0b, 0x1f],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x61c, 0x61c],
  [0x200b, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x206f],
  [0x3164, 0x3164],
  [0xd800, 0xdfff],
  [0xfeff, 0xfeff],
  [0xfff9, 0xfffb],
  [0xfffe, 0xffff],
  [0xe0000, 0xe01ef],
];

/** Fails where a terminal or a runner of a pipeline would do something on reading it. */
export function expectInert(text: string): void {
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    if (point >= 0x20 && point < 0x7f) continue;
    const range = forbidden.find(([from, to]) => point >= from && point <= to);
    if (range !== undefined) expect.fail(`U+${point.toString(16)} stands in ${JSON.stringify(text.slice(0, 2000))}`);
  }
  for (const line of text.split('\n')) {
    expect(line.trimStart().startsWith('::'), `a command begins ${JSON.stringify(line)}`).toBe(false);
    expect(/##(\[|vso\[|teamcity\[)/i.test(line), `a command stands in ${JSON.stringify(line)}`).toBe(false);
  }
}
