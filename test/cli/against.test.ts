import { execFileSync } from 'node:child_process';
import { mkdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { ProblemError } from '../../src/base/problem.js';
import { fileChange } from '../../src/cli/git/fileChange.js';
import { findRevision } from '../../src/cli/git/revision.js';
import { readOptions } from '../../src/cli/options.js';
import { prepareComparisons } from '../../src/cli/prepareComparisons.js';
import { smallScenario, temporaryFolder } from '../support/runCli.js';
import { caseCounts } from '../support/sampled.js';

const hpa = (least: number) => `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
  minReplicas: ${least}
  maxReplicas: 10
  metrics:
    - type: External
      external: { metric: { name: queue_depth }, target: { type: AverageValue, averageValue: 10 } }
`;
const lua = (count: number) => `return { decide = function() return ${count} end }\n`;
const scenario = (policies: string, name = 'small') => `${smallScenario.replace('small', name)}policies: ${policies}\n`;

let cwd = '';
const started = process.cwd();
const folders: string[] = [];
const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'commit.gpgsign=false', ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'ignore'],
    encoding: 'utf8',
  }).trim();

function write(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, name)), { recursive: true });
    writeFileSync(join(cwd, name), text);
  }
}

/** A repository whose main has these files; the branch has nothing of its own yet. */
function repository(files: Readonly<Record<string, string>>): void {
  write(files);
  git('add', '.');
  git('commit', '-q', '-m', 'one');
  git('checkout', '-q', '-b', 'feature');
}

beforeEach(() => {
  process.chdir(started);
  cwd = realpathSync(temporaryFolder({}).path);
  folders.push(cwd);
  git('init', '-q', '-b', 'main');
  process.chdir(cwd);
});
afterAll(() => {
  process.chdir(started);
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

async function compare(files: readonly string[], raw: Readonly<Record<string, unknown>> = {}) {
  const options = readOptions({ against: 'git:main', ...raw });
  const { comparisons } = await prepareComparisons({ files, options, isSingle: false });
  return comparisons.map(({ candidates, revision }) => ({
    names: candidates.map(({ name }) => name),
    states: Object.fromEntries((revision?.policies ?? []).map(({ policy, state }) => [policy, state])),
    notes: (revision?.notes ?? []).join('\n'),
    changes: (revision?.changes ?? []).map(({ path, line }) => `${path}:${line}`),
    diffs: (revision?.changes ?? []).map(({ diff }) => diff).join('\n'),
    before: Object.fromEntries((revision?.policies ?? []).map(({ policy, before }) => [policy, before])),
  }));
}

describe('compare SCENARIO... --against git:main', () => {
  it('compares every scenario with its own policies of then, each by its file', async () => {
    repository({
      'a/s.yaml': scenario('[hpa.yaml, p.lua]', 'a'),
      'a/hpa.yaml': hpa(2),
      'a/p.lua': lua(2),
      'b/s.yaml': scenario('[hpa.yaml]', 'b'),
      'b/hpa.yaml': hpa(3),
    });
    write({ 'a/p.lua': lua(4), 'b/hpa.yaml': hpa(5) });
    const [a, b] = await compare(['a/s.yaml', 'b/s.yaml']);
    expect(a).toMatchObject({
      names: ['p@main', 'hpa', 'p'],
      states: { hpa: 'unchanged', p: 'changed' },
      changes: ['a/p.lua:1'],
    });
    expect(b).toMatchObject({ names: ['hpa@main', 'hpa'], states: { hpa: 'changed' }, changes: ['b/hpa.yaml:6'] });
    expect(b.diffs).toContain('-  minReplicas: 3\n+  minReplicas: 5');
  });

  it('reads from the revision what a policy imports, and shows which of it changed', async () => {
    repository({
      's.yaml': scenario('[policies/p.ts]'),
      'policies/p.ts': "import { count } from '../lib/count.js';\nexport default { decide: () => count };\n",
      'lib/count.ts': "export { count } from './deeper/index.ts';\n",
      'lib/deeper/index.ts': 'export const count = 2;\n',
    });
    write({ 'lib/deeper/index.ts': '// three\nexport const count = 3;\n' });
    expect((await compare(['s.yaml']))[0]).toMatchObject({
      names: ['p@main', 'p'],
      states: { p: 'changed' },
      changes: ['lib/deeper/index.ts:1'],
    });
  });

  it.each<[string, Record<string, string>, Record<string, string>, { states: object; notes: RegExp; names: string[] }]>(
    [
      [
        'a new policy',
        { 's.yaml': scenario('[a.lua]'), 'a.lua': lua(2) },
        { 's.yaml': scenario('[a.lua, b.lua]'), 'b.lua': lua(3) },
        {
          names: ['a', 'b'],
          states: { a: 'unchanged', b: 'new' },
          notes: /b is new: main has nothing to compare it with/,
        },
      ],
      [
        'a removed policy',
        { 's.yaml': scenario('[a.lua, b.lua]'), 'a.lua': lua(2), 'b.lua': lua(3) },
        { 's.yaml': scenario('[a.lua]') },
        { names: ['a'], states: { a: 'unchanged', b: 'removed' }, notes: /Removed since main, so not run: b\./ },
      ],
      [
        'a policy that takes the place of another',
        { 's.yaml': scenario('[a.lua]'), 'a.lua': lua(2) },
        { 's.yaml': scenario('[b.ts]'), 'b.ts': 'export default { decide: () => 5 };' },
        { names: ['a@main', 'b'], states: { b: 'changed' }, notes: /b takes the place of a of main/ },
      ],
      [
        'another parameter in the scenario',
        { 's.yaml': scenario("['hpa.yaml?minReplicas=2']"), 'hpa.yaml': hpa(1) },
        { 's.yaml': scenario("['hpa.yaml?minReplicas=4']") },
        {
          names: ['hpa@main?minReplicas=2', 'hpa?minReplicas=4'],
          states: { 'hpa?minReplicas=4': 'changed' },
          notes: /s\.yaml changed since main: both sides run on what is there now/,
        },
      ],
      [
        'another count of a static policy',
        { 's.yaml': scenario("['static:2']") },
        { 's.yaml': scenario("['static:4']") },
        {
          names: ['static:2@main', 'static:4'],
          states: { 'static:4': 'changed' },
          notes: /takes the place of static:2/,
        },
      ],
      [
        'a new scenario',
        { 'a.lua': lua(2) },
        { 's.yaml': scenario('[a.lua, b.lua]'), 'a.lua': lua(3), 'b.lua': lua(3) },
        {
          names: ['a@main', 'a', 'b'],
          states: { a: 'changed', b: 'new' },
          notes: /s\.yaml is new: main does not have it/,
        },
      ],
      [
        'a manifest of main that no cluster takes',
        { 's.yaml': scenario('[hpa.yaml]'), 'hpa.yaml': hpa(20) },
        { 'hpa.yaml': hpa(2) },
        {
          names: ['hpa'],
          states: { hpa: 'not comparable' },
          notes: /cannot run as it was in main: git:main:hpa\.yaml/,
        },
      ],
      [
        'a policy of main that cannot be bundled',
        { 's.yaml': scenario('[p.ts]'), 'p.ts': 'export default {' },
        { 'p.ts': 'export default { decide: () => 2 };' },
        { names: ['p'], states: { p: 'not comparable' }, notes: /cannot run as it was in main/ },
      ],
      [
        'a scenario of main that cannot be read',
        { 's.yaml': 'policies: [\n', 'a.lua': lua(2) },
        { 's.yaml': scenario('[a.lua]'), 'a.lua': lua(3) },
        { names: ['a@main', 'a'], states: { a: 'changed' }, notes: /policies that s\.yaml had in main cannot be read/ },
      ],
      [
        'a scenario of main with fields that are no longer valid',
        { 's.yaml': 'policies: [a.lua]\nnonsense: 1\n', 'a.lua': lua(2) },
        { 's.yaml': scenario('[a.lua]'), 'a.lua': lua(3) },
        { names: ['a@main', 'a'], states: { a: 'changed' }, notes: /s\.yaml changed since main/ },
      ],
      [
        'nothing at all that changed',
        { 's.yaml': scenario('[a.lua, none]'), 'a.lua': lua(2) },
        {},
        { names: ['a', 'none'], states: { a: 'unchanged', none: 'unchanged' }, notes: /Unchanged since main/ },
      ],
    ],
  )('says so of %s, and does not fail', async (_, before, after, expected) => {
    repository(before);
    write(after);
    const [found] = await compare(['s.yaml']);
    expect(found.names).toEqual(expected.names);
    expect(found.states).toEqual(expected.states);
    expect(found.notes).toMatch(expected.notes);
  });

  it('follows a file that was moved', async () => {
    const tail = '-- a comment that stays as it is\n'.repeat(5);
    repository({ 's.yaml': scenario('[a.lua, x.lua]'), 'a.lua': `${lua(2)}${tail}`, 'x.lua': lua(1) });
    git('mv', 'a.lua', 'b.lua');
    write({ 's.yaml': scenario('[b.lua, x.lua]'), 'b.lua': `${lua(5)}${tail}` });
    git('add', '.');
    const [found] = await compare(['s.yaml']);
    expect(found).toMatchObject({ names: ['a@main', 'b', 'x'], before: { b: 'a@main' }, changes: ['b.lua:1'] });
    const [given] = await compare(['s.yaml'], { policy: ['b.lua'] });
    expect(given).toMatchObject({ names: ['b@main', 'b'], before: { b: 'b@main' } });
  });

  it('takes policies of the command line as they were, with the parameters of now', async () => {
    repository({ 'x/s.yaml': scenario('[none]'), 'p/a.lua': lua(2), 'p/hpa.yaml': hpa(2) });
    write({ 'p/a.lua': lua(3) });
    const [found] = await compare(['x/s.yaml'], { policy: ['p/a.lua?x=1,2', 'p/hpa.yaml', 'web=p/a.lua'] });
    expect(found.names.slice(0, 3)).toEqual(['a@main?x=1', 'a@main?x=2', 'web=a@main']);
    expect(found.states).toEqual({ 'a?x=1': 'changed', 'a?x=2': 'changed', hpa: 'unchanged', 'web=a': 'changed' });
  });

  it('tells files of one name apart by their folders, then and now', async () => {
    repository({ 's.yaml': scenario('[a/hpa.yaml]'), 'a/hpa.yaml': hpa(2), 'b/hpa.yaml': hpa(3) });
    write({ 's.yaml': scenario('[a/hpa.yaml, b/hpa.yaml]'), 'a/hpa.yaml': hpa(4) });
    expect((await compare(['s.yaml']))[0]).toMatchObject({
      names: ['a/hpa@main', 'a/hpa', 'b/hpa'],
      states: { 'a/hpa': 'changed', 'b/hpa': 'new' },
    });
    const [labelled] = await compare(['s.yaml'], { policy: ['mine=a/hpa.yaml', 'b/hpa.yaml'] });
    expect(labelled).toMatchObject({
      names: ['mine@main', 'mine', 'b/hpa'],
      states: { mine: 'changed', 'b/hpa': 'unchanged' },
    });
  });

  it('reads a scenario in TypeScript as it was, with what it imports', async () => {
    const typescript = (policies: string) =>
      `import { rate } from './rate.js';\nexport default { ...${JSON.stringify({
        name: 'ts',
        duration: '5m',
        requests: { page: { route: 'web', io: '100ms' } },
        services: { web: { instance: { startup: '10s', price: 0.1 }, scaling: { min: 1, max: 5 } } },
      })}, traffic: { users: { executor: 'constant-arrival-rate', rate } }, policies: ${policies} };\n`;
    repository({ 's.ts': typescript("['old.lua']"), 'rate.ts': 'export const rate = 3;\n', 'old.lua': lua(2) });
    write({ 's.ts': typescript("['new.lua']"), 'new.lua': lua(3) });
    expect((await compare(['s.ts']))[0]).toMatchObject({ names: ['old@main', 'new'], before: { new: 'old@main' } });
  });

  it('never has two candidates of one name', async () => {
    repository({ 's.yaml': scenario("[a.lua, 'a@main.lua']"), 'a.lua': lua(2), 'a@main.lua': lua(3) });
    write({ 'a.lua': lua(4) });
    const [found] = await compare(['s.yaml']);
    expect(found).toMatchObject({ names: ['a', 'a@main'], states: { a: 'not comparable', 'a@main': 'unchanged' } });
    expect(found.notes).toContain('two candidates are named "a@main"');
  });

  it('says what concerns the revision once, not with every scenario', async () => {
    const files = { 'a.lua': lua(2), 's.yaml': scenario('[a.lua]'), 't.yaml': scenario('[a.lua]', 'other') };
    repository(files);
    git('update-ref', 'refs/remotes/origin/main', 'main');
    git('branch', '-q', '-D', 'main');
    const notes = (await compare(['s.yaml', 't.yaml'])).map((one) => one.notes);
    expect(notes.map((one) => one.includes('origin/main is taken'))).toEqual([true, false]);
  });

  it('follows links inside of the repository', async () => {
    write({ 'real/a.lua': lua(2), 's.yaml': scenario('[link.lua]') });
    symlinkSync('real/a.lua', join(cwd, 'link.lua'));
    repository({});
    write({ 'real/a.lua': lua(4) });
    expect((await compare(['s.yaml']))[0]).toMatchObject({ names: ['link@main', 'link'] });
  });

  it('notes what both sides share and main had otherwise', async () => {
    repository({ 's.yaml': scenario('[a.lua]').replace('rate: 20', 'rate: 30'), 'a.lua': lua(2), 'd.yaml': 'x: 1\n' });
    write({ 's.yaml': scenario('[a.lua]'), 'a.lua': lua(3) });
    expect((await compare(['s.yaml']))[0].notes).toContain(
      's.yaml changed since main: both sides run on what is there now.',
    );
  });
});

describe('the places that it works in', () => {
  const files = { 'svc/s.yaml': scenario('[a.lua]'), 'svc/a.lua': lua(2), 'svc/deep/x.txt': '' };
  const expected = { names: ['a@main', 'a'], changes: ['svc/a.lua:1'] };

  it('a folder below the root', async () => {
    repository(files);
    write({ 'svc/a.lua': lua(3) });
    process.chdir(join(cwd, 'svc/deep'));
    expect((await compare(['../s.yaml']))[0]).toMatchObject(expected);
    expect((await compare(['../s.yaml'], { policy: ['../a.lua'] }))[0]).toMatchObject(expected);
  });

  it('a working tree beside the repository, with a detached HEAD and a folder that is a link', async () => {
    repository(files);
    const tree = `${cwd}-tree`;
    folders.push(tree, `${cwd}-link`);
    git('worktree', 'add', '-q', '--detach', tree, 'main');
    symlinkSync(tree, `${cwd}-link`);
    writeFileSync(join(tree, 'svc/a.lua'), lua(3));
    process.chdir(join(`${cwd}-link`, 'svc'));
    expect((await compare(['s.yaml']))[0]).toMatchObject(expected);
    process.chdir(started);
    expect(() => readOptions({ against: 'git:main' })).not.toThrow();
    process.chdir(tree);
    expect((await compare([join(`${cwd}-link`, 'svc/s.yaml')]))[0]).toMatchObject(expected);
  });

  it('a clone of CI, which has main as a branch of its remote only', async () => {
    repository(files);
    write({ 'svc/a.lua': lua(3) });
    git('add', '.');
    git('commit', '-q', '-m', 'two');
    const clone = `${cwd}-clone`;
    folders.push(clone);
    git('clone', '-q', cwd, clone);
    execFileSync('git', ['checkout', '-q', '--detach', 'origin/feature'], { cwd: clone });
    execFileSync('git', ['branch', '-q', '-D', 'feature'], { cwd: clone, stdio: 'ignore' });
    process.chdir(clone);
    const [found] = await compare(['svc/s.yaml']);
    expect(found).toMatchObject(expected);
    expect(found.notes).toContain('"main" is no branch here: origin/main is taken.');
    const [byHash] = await compare(['svc/s.yaml'], { against: `git:${git('rev-parse', 'main')}` });
    expect(byHash.names[0]).toMatch(/^a@[0-9a-f]{8}$/);
  });

  it('a branch that main has left behind, and it says from where to compare', async () => {
    repository(files);
    git('checkout', '-q', 'main');
    write({ 'svc/a.lua': lua(9) });
    git('commit', '-q', '-a', '-m', 'main goes on');
    git('checkout', '-q', 'feature');
    const base = git('rev-parse', 'HEAD').slice(0, 12);
    expect((await compare(['svc/s.yaml']))[0].notes).toContain(`The point where it began is git:${base}.`);
    expect((await compare(['svc/s.yaml'], { against: `git:${base}` }))[0].names).toEqual(['a']);
  });

  it('a shallow clone tells what to fetch', async () => {
    repository(files);
    const clone = `${cwd}-shallow`;
    folders.push(clone);
    execFileSync('git', ['clone', '-q', '--depth', '1', '--branch', 'feature', `file://${cwd}`, clone], {
      stdio: 'ignore',
    });
    process.chdir(clone);
    const thrown = await compare(['svc/s.yaml']).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(ProblemError);
    expect(String(thrown)).toMatch(
      /The clone is shallow[\s\S]*git fetch origin main[\s\S]*fetch-depth: 0[\s\S]*GIT_DEPTH: 0/,
    );
  });

  it.each(['$(touch hit)', '`touch hit`', 'a;touch hit', 'main --output=hit', "x'y", '../..', 'HEAD^{/x}'])(
    'the revision %j is a name to git, and nothing else',
    async (revision) => {
      repository(files);
      const thrown = await compare(['svc/s.yaml'], { against: `git:${revision}` }).catch((error: unknown) => error);
      expect(thrown).toBeInstanceOf(ProblemError);
      expect(execFileSync('ls', ['-A'], { encoding: 'utf8' })).not.toContain('hit');
    },
  );

  it('a file whose name means something to a shell or to git', async () => {
    const name = ":(glob)$(touch hit) 'x' [a] ü.lua";
    repository({ 's.yaml': scenario(JSON.stringify([name])), [name]: lua(2) });
    write({ [name]: `-- new\n${lua(3)}` });
    const [found] = await compare(['s.yaml']);
    expect(found.states).toEqual({ [name.replace('.lua', '')]: 'changed' });
    expect(found.changes).toEqual([`${name}:1`]);
  });
});

describe('the changed line', () => {
  for (const { tags, numRuns } of caseCounts(8, 30))
    it('is the first of the new file that differs, or the last one where the end was cut off', { tags }, () => {
      repository({ f: '' });
      const lists = fc.uniqueArray(fc.nat(30), { maxLength: 12 });
      fc.assert(
        fc.property(lists, lists, fc.boolean(), (before, after, endsInLine) => {
          const textOf = (list: readonly number[]) =>
            list.map((one) => `line ${one}`).join('\n') + (endsInLine ? '\n' : '');
          write({ f: textOf(before) });
          git('commit', '-q', '-a', '--allow-empty', '-m', 'then');
          write({ f: textOf(after) });
          const change = fileChange(findRevision('HEAD', 'git:HEAD'), 'f');
          if (textOf(before) === textOf(after)) return change === undefined;
          const same = after.findIndex((one, index) => one !== before[index]);
          expect(change?.line).toBe(Math.max(1, same < 0 ? after.length : same + 1));
          return true;
        }),
        { numRuns },
      );
    });

  it('has a diff that is cut where it is long, and says so', () => {
    repository({ f: '' });
    write({ f: Array.from({ length: 900 }, (_, index) => `${index}`).join('\n') });
    const lines = fileChange(findRevision('HEAD', 'git:HEAD'), 'f')?.diff.split('\n') ?? [];
    expect(lines).toHaveLength(201);
    expect(lines.at(-1)).toBe('... 702 more lines');
  });

  it('looks the same however git is set up', () => {
    repository({ f: 'a\nb\nc\n' });
    write({ f: 'a\nB\nc\n' });
    const change = fileChange(findRevision('HEAD', 'git:HEAD'), 'f');
    const settings = { 'diff.noprefix': 'true', 'color.ui': 'always', 'diff.context': '0', 'diff.external': 'false' };
    for (const [name, value] of Object.entries(settings)) git('config', name, value);
    expect(fileChange(findRevision('HEAD', 'git:HEAD'), 'f')).toEqual(change);
    expect(change).toMatchObject({ line: 2, diff: '@@ -1,3 +1,3 @@\n a\n-b\n+B\n c' });
  });
});
