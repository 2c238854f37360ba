import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalHash } from '../../src/base/canonicalJson.js';
import { ProblemError } from '../../src/base/problem.js';
import { readBaseline } from '../../src/cli/baselineFile.js';
import { mergeBlobs } from '../../src/cli/blob/mergeBlobs.js';
import { readBlobs } from '../../src/cli/blob/readBlobs.js';
import { readGitCandidate } from '../../src/cli/git/gitCandidate.js';
import { parseGitReference } from '../../src/cli/git/gitReference.js';
import { findRevision } from '../../src/cli/git/revision.js';
import { resultSchema } from '../../src/results/results.js';
import { callCli } from '../support/callCli.js';
import { type CliResult, smallScenario, temporaryFolder } from '../support/runCli.js';

const steady = 'return { decide = function(o) return 2 end }';
const wider = 'return { decide = function(o) return 3 end }';

let cwd = '';
let remove = (): void => {};
const read = (name: string) => readFileSync(join(cwd, name), 'utf8');
const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], { cwd, stdio: 'ignore' });

beforeAll(() => {
  ({ path: cwd, remove } = temporaryFolder({ 'small.yaml': smallScenario, 'p.lua': steady }));
  mkdirSync(join(cwd, 'sub'));
  writeFileSync(join(cwd, 'sub/local.ts'), "import { x } from './other.js';\nexport default { decide: () => x };\n");
  writeFileSync(join(cwd, 'sub/own.ts'), 'export default { decide: () => 2 };\n');
  git('init', '-q', '-b', 'main');
  git('add', '.');
  git('commit', '-q', '-m', 'one');
  // The working folder now has the wider one.
  writeFileSync(join(cwd, 'p.lua'), wider);
});
afterAll(() => remove());

function problemsOf(action: () => unknown): { readonly code: number; readonly text: string } {
  try {
    action();
  } catch (thrown) {
    if (thrown instanceof ProblemError) return { code: thrown.exitCode, text: thrown.message };
    throw thrown;
  }
  return { code: 0, text: '' };
}

describe('a comparison with main', () => {
  let result: CliResult;
  beforeAll(async () => {
    const summary = join(cwd, 'summary.md');
    writeFileSync(summary, 'before\n');
    const args = ['compare', 'small.yaml', '--policy', 'p.lua', '--against', 'git:main:p.lua', '--runs', '5'];
    result = await callCli([...args, '--report', 'json,junit,markdown,github', '--out', 'pr'], {
      cwd,
      env: { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary },
    });
  });

  it('takes the reference from the revision and the candidate from the working folder', () => {
    expect(result).toMatchObject({ code: 0, stderr: '' });
    const { scenarios, command } = resultSchema.parse(JSON.parse(read('pr/report.json')));
    expect(scenarios[0].policies.map(({ name }) => name)).toEqual(['p@main', 'p']);
    expect(scenarios[0].comparisons.find(({ measure }) => measure === 'cost_usd')).toMatchObject({
      a: 'p@main',
      b: 'p',
      verdict: 'worse',
    });
    expect(command).toContain('--against git:main:p.lua');
  });

  it('writes every report that was asked for, and appends to the summary of the step', () => {
    expect(read('pr/junit.xml')).toContain('name="p: http_req_failed rate&lt;0.01"');
    expect(read('summary.md')).toBe(`before\n${read('pr/report.md')}`);
  });
});

describe('all scenarios with their own policies of main', () => {
  const args = ['compare', 'a/s.yaml', 'b/s.yaml', '--against', 'git:main', '--runs', '5', '--quiet'];
  const reports = ['report.html', 'report.json', 'junit.xml', 'report.md'];
  let own: ReturnType<typeof temporaryFolder>;
  const ownRead = (name: string) => readFileSync(join(own.path, name), 'utf8');

  beforeAll(() => {
    own = temporaryFolder({});
    const ownGit = (...words: string[]) =>
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...words], {
        cwd: own.path,
        stdio: 'ignore',
      });
    for (const name of ['a', 'b']) {
      mkdirSync(join(own.path, name));
      writeFileSync(join(own.path, name, 's.yaml'), `${smallScenario.replace('small', name)}policies: [p.lua]\n`);
      writeFileSync(join(own.path, name, 'p.lua'), steady);
    }
    writeFileSync(join(own.path, 'b/p.lua'), 'error("broken in main")');
    ownGit('init', '-q', '-b', 'main');
    ownGit('add', '.');
    ownGit('commit', '-q', '-m', 'one');
    writeFileSync(join(own.path, 'a/p.lua'), '-- ```\nreturn { decide = function(o) return 4 end }');
    writeFileSync(join(own.path, 'b/p.lua'), steady);
  });
  afterAll(() => own.remove());

  it('end with 99 when one doubles the bill, with one summary, the diff, and the line that was changed', {
    tags: ['ci'],
  }, async () => {
    const { code, stdout } = await callCli([...args, '--report', 'html,json,junit,markdown,github', '--out', 'pr'], {
      cwd: own.path,
    });
    expect(code).toBe(99);
    expect(stdout).toContain('all scenarios against main');
    expect(stdout).toMatch(/failed +a +p +\$[\d.]+ -> \$[\d.]+ +cost_usd of p is \d+ % worse than p@main/);
    expect(stdout).toContain('note     p@main failed, so p is compared with nothing.');
    expect(stdout).toMatch(/^::error file=a\/p\.lua,line=1,title=a%3A p against p@main::cost_usd of p/m);
    expect(stdout).toMatch(/^::warning file=b\/p\.lua,line=1,title=b%3A p@main failed::/m);
    const comment = ownRead('pr/report.md');
    expect(comment).toContain('### ✗ dryscale: 1 of 2 scenarios passed');
    expect(comment).toContain('| ✗ | `a` | `p` |');
    expect(comment).toContain('```diff\n@@ -1 +1,2 @@\n-return { decide = function(o) return 2 end }\n');
    // What is in the file must not end the fence.
    expect(comment).toMatch(/^(`{4,})diff\n[\s\S]*?\+-- ```\n[\s\S]*?^\1$/m);
    expect(ownRead('pr/junit.xml')).toContain('name="p: cost_usd within 5 % of p@main"');
    expect(ownRead('pr/junit.xml')).not.toContain('name="p@main: runs"');
  });

  it('merged from parts give the same bytes', { tags: ['ci'] }, async () => {
    for (const part of ['1/2', '2/2']) await callCli([...args, '--shard', part, '--out', 'parts'], { cwd: own.path });
    const merged = await callCli(['merge', 'parts', '--report', 'html,json,junit,markdown', '--out', 'merged'], {
      cwd: own.path,
    });
    expect(merged.code).toBe(99);
    for (const name of reports) expect(ownRead(`merged/${name}`), name).toBe(ownRead(`pr/${name}`));
    // What main itself got wrong, and what is only warned of, fails nobody.
    const warned = await callCli(['merge', 'parts', '--max-regression', 'cost_usd=5%:warn', '--out', 'w'], {
      cwd: own.path,
    });
    expect(warned).toMatchObject({ code: 0, stdout: expect.stringMatching(/warning +a +p/) });
  });
});

describe('git:REV:PATH', () => {
  const candidateOf = async (text: string, folder = cwd) => {
    const before = process.cwd();
    process.chdir(folder);
    try {
      const reference = parseGitReference(text);
      if (reference?.path === undefined) return undefined;
      const revision = findRevision(reference.revision, reference.text);
      return (await readGitCandidate(reference, reference.path, revision)).candidate;
    } finally {
      process.chdir(before);
    }
  };

  it.each([
    ['git:main:p.lua', '', 'p@main'],
    ['git:HEAD:p.lua?target=2', '', 'p@HEAD?target=2'],
    ['git:HEAD:sub/own.ts', '', 'own@HEAD'],
    ['git:HEAD:own.ts', 'sub', 'own@HEAD'],
    ['git:HEAD:p.lua', 'sub', 'p@HEAD'],
  ])('%s from the folder "%s" is %s', async (text, folder, name) => {
    expect((await candidateOf(text, join(cwd, folder)))?.name).toBe(name);
  });

  it.each([
    ['git:', 2, 'names no revision'],
    ['git:--output=x:p.lua', 2, 'names no revision'],
    ['git:main:p.lua?a=1,2', 2, 'names 2 policies'],
    ['git:mian:p.lua', 104, 'Did you mean "main"'],
    ['git:main:q.lua', 104, '"q.lua" is not in the revision main'],
  ])('%s ends with %d: %s', async (text, code, words) => {
    const thrown = await candidateOf(text).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(ProblemError);
    expect(thrown).toMatchObject({ exitCode: code });
    expect(String(thrown)).toContain(words);
  });

  it('outside of a repository says so', async () => {
    const outside = temporaryFolder({});
    const thrown = await candidateOf('git:main:p.lua', outside.path).catch((error: unknown) => error);
    outside.remove();
    expect(String(thrown)).toContain('not in a git repository');
  });

  it('leaves other texts alone', () => {
    expect(parseGitReference('main')).toBeUndefined();
    expect(parseGitReference(undefined)).toBeUndefined();
  });
});

describe('a baseline', () => {
  const args = (policy: string, ...more: string[]) =>
    ['run', 'small.yaml', '--policy', policy, '--runs', '5', '--baseline', 'baseline/base.json', ...more] as const;

  it('is written with --update-baseline, kept by the same policy, and crossed with 99 by a dearer one', {
    tags: ['ci'],
  }, async () => {
    mkdirSync(join(cwd, 'main'));
    writeFileSync(join(cwd, 'main/p.lua'), steady);
    const update = await callCli(args('main/p.lua', '--update-baseline'), { cwd });
    expect(update.code).toBe(0);
    const [same, dearer] = [
      await callCli(args('main/p.lua'), { cwd }),
      await callCli(args('p.lua', '--json'), { cwd }),
    ];
    expect(same.code).toBe(0);
    expect(same.stdout).toContain('cost_usd of p is as in the baseline');
    expect(dearer.code).toBe(99);
    const { baseline } = resultSchema.parse(JSON.parse(dearer.stdout)).scenarios[0];
    expect(baseline?.regressions[0]).toMatchObject({ measure: 'cost_usd', outcome: 'regressed', paired: true });
  });

  const names = [{ scenario: 'small', candidates: ['p'], hasRevision: false }];
  const whole = { format: 'dryscale-result/1', version: '0.1.0', scenarios: [] };
  it.each([
    ['missing', undefined, 'there is no such baseline'],
    ['empty', '', 'is not JSON'],
    ['cut off', '{"format": "dryscale-res', 'is not JSON'],
    ['a list', '[{}, {}]', 'is not a report of dryscale'],
    ['something else', '{"a": 1}', 'is not a report of dryscale'],
    [
      'of another format',
      JSON.stringify({ ...whole, format: 'dryscale-result/2' }),
      'has the format "dryscale-result/2"',
    ],
    [
      'damaged',
      JSON.stringify({ ...whole, scenarios: [{ name: 3 }] }),
      'is damaged: scenarios.0.name is a number, but text is expected',
    ],
    [
      'without a name',
      JSON.stringify({ ...whole, scenarios: [{}] }),
      'is damaged: scenarios.0.name is missing: text is expected',
    ],
    ['without the scenario', JSON.stringify(whole), 'has no scenario "small"'],
  ])('that is %s ends with 104', (_, text, words) => {
    const file = join(cwd, 'bad.json');
    if (text !== undefined) writeFileSync(file, text);
    const { code, text: message } = problemsOf(() => readBaseline({ file, isUpdate: false }, names));
    expect(code).toBe(104);
    expect(message).toContain(words);
  });

  it('whose place cannot be written ends with 106 before anything runs', () => {
    const file = join(cwd, 'small.yaml', 'base.json');
    expect(problemsOf(() => readBaseline({ file, isUpdate: true }, names)).code).toBe(106);
  });
});

describe('parts of a comparison', () => {
  const command = ['compare', 'small.yaml', '--policy', 'none', '--policy', 'p.lua', '--runs', '4', '--quiet'];

  beforeAll(async () => {
    for (const part of ['1/3', '2/3', '3/3']) {
      const { code, stderr } = await callCli([...command, '--shard', part, '--out', 'parts'], { cwd });
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    }
  });

  it('merged give the same bytes as the whole', { tags: ['ci'] }, async () => {
    const report = ['--report', 'html,json,junit,markdown'];
    const whole = await callCli([...command, ...report, '--out', 'whole'], { cwd });
    const merged = await callCli(['merge', 'parts', ...report, '--out', 'merged'], { cwd });
    expect(merged.code).toBe(whole.code);
    for (const name of ['report.html', 'report.json', 'junit.xml', 'report.md']) {
      expect(read(`merged/${name}`), name).toBe(read(`whole/${name}`));
    }
  });

  const part = (index: number) => join(cwd, `parts/blob-${index}-3.json`);
  const mergeProblems = (...files: string[]) => problemsOf(() => mergeBlobs(readBlobs(files)));

  it('may come in any order', () => {
    const { scenarios } = mergeBlobs(readBlobs([part(3), part(1), part(2)]));
    expect(JSON.stringify(scenarios)).toBe(JSON.stringify(mergeBlobs(readBlobs([join(cwd, 'parts')])).scenarios));
  });

  /** The second part with something changed, and a checksum that fits. */
  function changed(change: (blob: Record<string, unknown>) => unknown): string {
    const { format, checksum: _, ...blob } = JSON.parse(readFileSync(part(2), 'utf8'));
    const other = change(blob);
    const file = join(cwd, 'changed.json');
    writeFileSync(file, JSON.stringify({ format, checksum: canonicalHash(other), ...(other as object) }));
    return file;
  }
  const plan = (blob: Record<string, unknown>) => blob.plan as { comparisons: { scenario: object; hash: string }[] };

  it.each<[string, () => string[], string]>([
    ['a missing one', () => [part(1), part(3)], 'part 2/3 of the comparison is missing'],
    ['a double one', () => [part(1), part(2), part(3), part(2)], 'is part 2, as'],
    ['no such file', () => [join(cwd, 'nope')], 'is not found'],
    ['a folder without any', () => [join(cwd, 'sub')], 'has no blob-i-n.json'],
    ['a file that is none', () => [join(cwd, 'small.yaml')], 'is not JSON'],
    [
      'a list',
      () => {
        writeFileSync(join(cwd, 'list.json'), '[{}, {}]');
        return [join(cwd, 'list.json')];
      },
      'is not a blob',
    ],
    ['another version', () => [changed((blob) => ({ ...blob, version: '9.9.9' }))], 'was written by version 9.9.9'],
    [
      'an interrupted one',
      () => [part(1), part(3), changed((blob) => ({ ...blob, isInterrupted: true }))],
      'was interrupted',
    ],
    ['one without its runs', () => [part(1), part(3), changed((blob) => ({ ...blob, cells: [] }))], 'was interrupted'],
    [
      'another hash',
      () => [
        part(1),
        part(3),
        changed((blob) => ({
          ...blob,
          plan: { ...plan(blob), comparisons: plan(blob).comparisons.map((one) => ({ ...one, hash: 'x' })) },
        })),
      ],
      'has another content of a scenario than',
    ],
    [
      'another seed',
      () => [
        part(1),
        part(3),
        changed((blob) => ({
          ...blob,
          plan: {
            ...plan(blob),
            comparisons: plan(blob).comparisons.map((one) => ({ ...one, scenario: { ...one.scenario, seed: 5 } })),
          },
        })),
      ],
      'has another seed than',
    ],
    [
      'another count of parts',
      () => [part(1), changed((blob) => ({ ...blob, shard: { index: 2, count: 4 } }))],
      'another number of parts',
    ],
  ])('with %s are refused with 104', (_, files, words) => {
    const { code, text } = mergeProblems(...files());
    expect(code).toBe(104);
    expect(text).toContain(words);
  });

  it('that were changed by hand are refused', () => {
    const file = join(cwd, 'hand.json');
    writeFileSync(file, readFileSync(part(2), 'utf8').replace('"allowEmpty":false', '"allowEmpty":true'));
    expect(mergeProblems(part(1), part(3), file).text).toContain('Its checksum does not match');
  });

  it('apply thresholds when they are merged', { tags: ['ci'] }, async () => {
    mkdirSync(join(cwd, 'strict'));
    const strict = ['--set', 'thresholds.cost_usd=["value<0"]', '--out', 'strict'];
    for (const index of ['1/2', '2/2']) {
      expect((await callCli([...command, ...strict, '--shard', index], { cwd })).code).toBe(0);
    }
    copyFileSync(join(cwd, 'small.yaml'), join(cwd, 'strict/other.json'));
    expect((await callCli(['merge', 'strict', '--json', '--out', 'judged'], { cwd })).code).toBe(99);
  });
});
