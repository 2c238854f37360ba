import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { exitCode } from '../../src/base/exitCode.js';
import { callCli } from '../support/callCli.js';
import { expectInert } from '../support/foreignText.js';
import { smallScenario, temporaryFolder } from '../support/runCli.js';
import { sampled } from '../support/sampled.js';

/** Colours, a cleared screen by C1, text shown backwards, a line of its own, a NUL: what a policy may say and be called. */
const hostile =
  '\u001b[31mred\u009b2J\u202egnp\u2066x\u2028\n  at evil (x:1:1)\u0007\u007f\n::error::x\n  ##[error]x \u200b';
const name = 'pol\u001b[31m\u202e\nicy.lua';
const lua = (text: string) =>
  `"${[...new TextEncoder().encode(text)].map((byte) => `\\${String(byte).padStart(3, '0')}`).join('')}\\0"`;
const decides = `local text = ${lua(hostile)}
return { name = text, decide = function(o)
  print(text) require("dryscale").log(text)
  local unknown = o.metrics[text]
  return { desired = 2 + (o.time / 15) % 2, rule = text, reason = text }
end }`;
const { path, remove } = temporaryFolder({
  'small.yaml': smallScenario,
  [name]: decides,
  'fails.lua': `return { decide = function() error(${lua(hostile)}) end }`,
  'breaks.lua': `error(${lua(hostile)})`,
  'obs.jsonl':
    '{"time":0,"service":"web","instances":{"desired":2,"ready":2,"pending":0,"starting":0,"draining":0,"failed":0,"min":1,"max":20},"metrics":{}}\n',
});
afterAll(remove);

// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the point.
const unsafe = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/;

const reports = ['--report', 'json,html,markdown,junit', '--out', 'out'];
const { success, policyFailed, invalidInput } = exitCode;

for (const { tags, part } of sampled<readonly [args: readonly string[], code: number]>(
  [
    [['run', 'small.yaml', '--policy', name, '--runs', '1', ...reports], success],
    [['run', 'small.yaml', '--policy', name, '--runs', '2', '--verbose'], success],
    [['run', 'small.yaml', '--policy', name, '--runs', '1', '--json'], success],
    [
      ['run', 'small.yaml', '--policy', name, '--replication', '0', '--report', 'github', '--events', 'events.jsonl'],
      success,
    ],
    [
      ['compare', 'small.yaml', '--policy', 'none', '--policy', name, '--policy', 'fails.lua', '--runs', '2'],
      policyFailed,
    ],
    [['decide', '--policy', name, '--observations', 'obs.jsonl'], success],
    [['explain', 'out/report.json', '--at', '1m'], success],
    [['decide', '--policy', 'fails.lua', '--observations', 'obs.jsonl'], policyFailed],
    [['decide', '--policy', name, '--observations', 'obs.jsonl', '--json'], success],
    [['doctor', name, 'fails.lua'], policyFailed],
    [['headroom', 'small.yaml', '--policy', name, '--policy', 'fails.lua', '--runs', '1'], policyFailed],
    [['verify', 'fails.lua', '--observations', 'obs.jsonl', '--runtimes', 'fengari'], policyFailed],
    [['validate', name], success],
    [['validate', 'breaks.lua'], policyFailed],
    [['validate', `${hostile}.lua`], invalidInput],
    [['run', `${hostile}.yaml`], invalidInput],
  ],
  3,
)) {
  it.each(part)('shows what a policy says as it is, and obeys none of it: %j', { tags }, async (args, code) => {
    const { stdout, stderr, ...ended } = await callCli(args, { cwd: path });
    expect([ended.code, stderr]).toEqual([code, stderr]);
    for (const text of [stdout, stderr]) {
      expectInert(args.includes('github') ? text.replaceAll(/^::(?=error |warning )/gm, '') : text);
      expect(text).not.toMatch(/^\s*at evil/m);
      expect(text).not.toMatch(/^icy\.lua/m);
    }
  });
}

it('writes it to no report either', () => {
  for (const file of [...readdirSync(join(path, 'out')).map((one) => join('out', one)), 'events.jsonl']) {
    expect([file, unsafe.exec(readFileSync(join(path, file), 'utf8'))?.index ?? -1]).toEqual([file, -1]);
  }
});
