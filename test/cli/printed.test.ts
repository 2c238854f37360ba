import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callCli } from '../support/callCli.js';
import { smallScenario, temporaryFolder } from '../support/runCli.js';

const talks = `print("loaded", 1)
local n = 0
return { every = "15s", decide = function(o)
  n = n + 1
  print("tick", n)
  require("dryscale").log("cpu \\27[31mred\\27[0m <b>\\n\\226\\128\\174 of " .. n)
  if n == 4 and o.context.environment == "fails" then error("gone") end
  return 2
end }`;
const consoled = `export const decide = () => { console.log('said', { a: [1, 2] }); return 2; };`;

let folder: ReturnType<typeof temporaryFolder>;
beforeAll(() => {
  folder = temporaryFolder({
    'small.yaml': smallScenario,
    'talks.lua': talks,
    'consoled.ts': consoled,
    'silent.lua': 'return { decide = function() return 2 end }',
    'much.lua': 'local x = ("x"):rep(90000) return { every = "1s", decide = function() print(x) return 2 end }',
    'observations.jsonl': ['0', '15']
      .map(
        (time) =>
          `{"time":${time},"service":"web","instances":{"desired":2,"ready":2,"pending":0,"starting":0,"draining":0,"failed":0,"min":1,"max":9},"metrics":{}}\n`,
      )
      .join(''),
  });
});
afterAll(() => folder.remove());

const run = (...args: string[]) => callCli(args, { cwd: folder.path });
const runOf = (policy: string, ...more: string[]) =>
  run('run', 'small.yaml', '--policy', policy, '--runs', '1', ...more);

describe('what a policy prints', () => {
  it('is seen without asking: the last two lines, with the clock, control characters shown', async () => {
    const { stdout } = await runOf('talks.lua');
    expect(stdout).toContain('  talks printed 39 lines, the last 2: (--verbose, --events: more)\n');
    expect(stdout).toContain('    00:04:45  tick  19\n');
    expect(stdout).toMatch(/ {4}00:04:45 {2}cpu \\x1b\[31mred\\x1b\[0m <b>\\n.* of 19\n/);
    expect(stdout).not.toContain('\u001b[31m');
    expect((await runOf('silent.lua')).stdout).not.toContain('printed');
  });

  it('is there from the first line on with --verbose, and TypeScript prints as well', { tags: ['ci'] }, async () => {
    const verbose = await runOf('talks.lua', '--verbose');
    expect(verbose.stdout).toContain('talks printed 39 lines, the last 20:');
    expect((await runOf('consoled.ts')).stdout).toContain('00:04:45  said { a: [ 1, 2 ] }');
  });

  it('stands in the document and on the page, escaped, the same bytes with any number of workers', {
    tags: ['ci'],
  }, async () => {
    const [one, two] = await Promise.all(
      ['1', '2'].map((workers) =>
        run('run', 'small.yaml', '--policy', 'talks.lua', '--runs', '3', '--out', workers, '--workers', workers),
      ),
    );
    expect([one.code, two.code]).toEqual([0, 0]);
    const read = (out: string, name: string) => readFileSync(join(folder.path, out, name), 'utf8');
    expect(read('1', 'report.html')).toBe(read('2', 'report.html'));
    const { policies } = JSON.parse(read('1', 'report.json')).scenarios[0];
    expect(policies[0].log.total).toBe(39);
    expect(policies[0].log.lines[0]).toEqual({ time_s: 0, service: 'web', text: 'loaded\t1' });
    const page = read('1', 'report.html');
    expect(page).toContain('What the policies printed');
    expect(page).toContain('<td class="printed">cpu \\x1b[31mred\\x1b[0m &lt;b&gt;\n\\u202e of 19</td>');
  });

  it('is shown of a policy that fails, as far as it came', { tags: ['ci'] }, async () => {
    const { code, stdout } = await runOf('talks.lua', '--environment', 'fails');
    expect(code).toBe(107);
    expect(stdout).toContain('talks printed 9 lines, the last 2:');
    const { stdout: json } = await runOf('talks.lua', '--environment', 'fails', '--json');
    const { failure } = JSON.parse(json).scenarios[0].policies[0];
    expect(failure.log.lines.at(-2)).toEqual({ time_s: 60, service: 'web', text: 'tick\t4' });
  });

  it('goes to --events line by line', async () => {
    await run('run', 'small.yaml', '--policy', 'talks.lua', '--replication', '0', '--events', 'e.ndjson', '--json');
    expect(existsSync(join(folder.path, 'e.ndjson'))).toBe(true);
    const lines = readFileSync(join(folder.path, 'e.ndjson'), 'utf8')
      .split('\n')
      .filter((line) => line !== '');
    const logged = lines.map((line) => JSON.parse(line)).filter(({ kind }) => kind === 'log');
    expect(logged.length).toBe(39);
    expect(logged[1]).toEqual({ time_s: 15, kind: 'log', service: 'web', text: 'tick\t1' });
  });

  it('goes to --events to the last line before the policy failed', async () => {
    const where = ['--environment', 'fails', '--replication', '0', '--events', 'f.ndjson', '--json'];
    expect((await run('run', 'small.yaml', '--policy', 'talks.lua', ...where)).code).toBe(107);
    const last = readFileSync(join(folder.path, 'f.ndjson'), 'utf8').trimEnd().split('\n').at(-1) ?? '';
    expect(JSON.parse(last)).toMatchObject({ time_s: 60, kind: 'log', text: expect.stringMatching(/of 4$/) });
  });

  it('goes beside the decisions of decide, to stderr', { tags: ['ci'] }, async () => {
    const { stdout, stderr } = await run('decide', '--policy', 'talks.lua', '--observations', 'observations.jsonl');
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).desired),
    ).toEqual([2, 2]);
    expect(stderr).toContain('log: 0 s  web  loaded  1\n');
    expect(stderr).toContain('log: 15 s  web  tick  2\n');
    const quiet = await run('decide', '--policy', 'talks.lua', '--observations', 'observations.jsonl', '--quiet');
    expect(quiet.stderr).toBe('');
  });

  it('may be as much as the limit of a decision allows, in every decision', { tags: ['ci'] }, async () => {
    const { code, stdout } = await runOf('much.lua', '--json');
    expect(code).toBe(0);
    const { log } = JSON.parse(stdout).scenarios[0].policies[0];
    expect([log.total, log.lines.length]).toEqual([299, 18]);
    expect(stdout.length).toBeLessThan(200_000);
  });
});
