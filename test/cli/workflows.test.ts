// @module-tag ci
import { execFileSync, type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { install, pack } from '../support/installed.js';
import { root, smallScenario, temporaryFolder } from '../support/runCli.js';

const read = (name: string): unknown => parse(readFileSync(join(root, 'docs/ci', name), 'utf8'));

interface Step {
  readonly id?: string;
  readonly if?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly run?: string;
}
// safe: test/cli/workflowFiles.test.ts holds both files against their schemas.
const github = read('github.yml') as {
  readonly env: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<'dry-run' | 'baseline', { readonly steps: readonly Step[] }>>;
};
// safe: as above.
const gitlab = read('gitlab.yml') as Readonly<
  Record<
    'autoscaling' | 'autoscaling-baseline',
    { readonly script: readonly string[]; readonly after_script?: readonly string[] }
  >
> & { readonly variables: Readonly<Record<string, string>> };

const lua = (count: number) => `-- how many\nreturn { decide = function() return ${count} end }\n`;
const services = ['services/pay', 'services/my shop'];

let folder = '';
let cwd = '';
let remove = (): void => {};
let base: Record<string, string> = {};

/** Stands for npm, which has no network here: the tests have installed the tarball already. */
const npmStandIn = `#!/bin/sh
set -e
test "$1 $2 $3" = "install --global --ignore-scripts"
test -s "$4"
ln -sfn "$INSTALLED/node_modules/.bin/dryscale" "$(dirname "$0")/dryscale"
`;

/** Stands for GitHub: comments and the baseline's artifact are files. */
const ghStandIn = `#!/usr/bin/env node
const { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const { spawnSync } = require('node:child_process');
const args = process.argv.slice(2);
const after = (name) => args[args.indexOf(name) + 1];
const file = process.env.STATE + '/comments.json';
const comments = JSON.parse(readFileSync(file, 'utf8'));
if (!process.env.GH_TOKEN) process.exit(4);
if (args[0] === 'run' && args[1] === 'list') {
  if (existsSync(process.env.STATE + '/baseline.json')) console.log(123);
} else if (args[0] === 'run') {
  if (args[2] !== '123' || after('--name') !== 'dryscale-baseline') process.exit(1);
  mkdirSync(after('--dir'), { recursive: true });
  copyFileSync(process.env.STATE + '/baseline.json', after('--dir') + '/baseline.json');
} else if (args.includes('--jq')) {
  if (args[2] !== 'repos/us/repo/issues/7/comments') process.exit(1);
  process.stdout.write(spawnSync('jq', ['-r', after('--jq')], { input: JSON.stringify(comments), encoding: 'utf8' }).stdout);
} else {
  const body = readFileSync(after('-F').replace('body=@', ''), 'utf8');
  if (body.length > 65536) process.exit(1);
  const url = args.find((one) => one.startsWith('repos/'));
  if (after('--method') === 'POST' && url === 'repos/us/repo/issues/7/comments') {
    comments.push({ id: 90 + comments.length, user: { type: 'Bot' }, body });
  } else comments.find(({ id }) => url === 'repos/us/repo/issues/comments/' + id).body = body;
  writeFileSync(file, JSON.stringify(comments));
}
`;

const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'ignore'],
    encoding: 'utf8',
  }).trim();

function commit(files: Readonly<Record<string, string>>, message: string): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, name)), { recursive: true });
    writeFileSync(join(cwd, name), content);
  }
  git('add', '.');
  git('commit', '-q', '--allow-empty', '-m', message);
}

beforeAll(() => {
  ({ path: folder, remove } = temporaryFolder({}));
  const { tarball } = pack(folder);
  install(tarball, join(folder, 'installed'));
  const tools = join(folder, 'tools');
  mkdirSync(tools);
  for (const [name, content] of [
    ['npm', npmStandIn],
    ['gh', ghStandIn],
  ]) {
    writeFileSync(join(tools, name), content);
    chmodSync(join(tools, name), 0o755);
  }
  base = {
    PATH: [tools, process.env.PATH].join(delimiter),
    HOME: folder,
    INSTALLED: join(folder, 'installed'),
    STATE: join(folder, 'state'),
    DRYSCALE: tarball,
  };
});
afterAll(() => remove());

/** A repository that is not ours, whose main has two services; the branch has the change. */
beforeEach(() => {
  cwd = join(folder, 'repo');
  for (const one of [cwd, join(folder, 'state'), join(folder, 'temp')]) {
    rmSync(one, { recursive: true, force: true });
    mkdirSync(one);
  }
  writeFileSync(join(folder, 'state/comments.json'), JSON.stringify([{ id: 1, user: { type: 'User' }, body: 'nice' }]));
  git('init', '-q', '-b', 'main');
  writeFileSync(join(cwd, '.git/info/exclude'), 'reports\nbaseline.json\n');
  const files = services.flatMap((service, index) => [
    [`${service}/dryscale.yaml`, `${smallScenario.replace('small', `s${index}`)}policies: [scaler.lua]\n`],
    [`${service}/scaler.lua`, lua(2)],
  ]);
  commit({ ...Object.fromEntries(files), 'src/app.py': 'print(1)\n' }, 'main');
  git('update-ref', 'refs/remotes/origin/main', 'HEAD');
  git('checkout', '-q', '-b', 'feature');
});

interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the steps of a job as GitHub's runner does: conditions, outputs, a shell each. */
function runGithub(job: 'dry-run' | 'baseline', { isFork = false } = {}): Outcome {
  const outputs = join(folder, 'temp/outputs');
  writeFileSync(outputs, '');
  const env = {
    ...github.env,
    ...base,
    RUNNER_TEMP: join(folder, 'temp'),
    GITHUB_OUTPUT: outputs,
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: cwd,
    GITHUB_BASE_REF: 'main',
    GITHUB_REPOSITORY: 'us/repo',
    GITHUB_WORKFLOW: 'autoscaling',
    GITHUB_STEP_SUMMARY: join(folder, 'temp/summary.md'),
  };
  const count = () => /^count=(\d+)$/m.exec(readFileSync(outputs, 'utf8'))?.[1] ?? '';
  const conditions: Readonly<Record<string, () => boolean>> = {
    'steps.changed.outputs.count != 0': () => Number(count()) !== 0,
    '${{ !cancelled() && steps.changed.outputs.count != 0 }}': () => Number(count()) !== 0,
    '${{ !cancelled() && github.event.pull_request.head.repo.full_name == github.repository }}': () => !isFork,
  };
  const values: Readonly<Record<string, () => string>> = {
    '${{ github.token }}': () => 'token',
    '${{ github.event.pull_request.number }}': () => '7',
    '${{ steps.changed.outputs.count }}': count,
  };
  let result: Outcome = { code: 0, stdout: '', stderr: '' };
  for (const step of github.jobs[job].steps) {
    const isAlways = step.if?.includes('!cancelled()') === true;
    if (step.run === undefined || (result.code !== 0 && !isAlways)) continue;
    if (step.if !== undefined && !conditions[step.if]()) continue;
    const own = Object.entries(step.env ?? {}).map(([name, value]) => [name, values[value]()]);
    const done = spawnSync('bash', ['-e', '-c', step.run], {
      cwd,
      env: { ...env, ...Object.fromEntries(own) },
      encoding: 'utf8',
    });
    result = joined(result, done);
  }
  return result;
}

function joined(
  before: Outcome,
  { status, stdout, stderr }: Pick<SpawnSyncReturns<string>, 'status' | 'stdout' | 'stderr'>,
): Outcome {
  const code = before.code === 0 ? status : before.code;
  return { code, stdout: before.stdout + stdout, stderr: before.stderr + stderr };
}

const comments = (): { readonly body: string }[] =>
  JSON.parse(readFileSync(join(folder, 'state/comments.json'), 'utf8'));

describe.skipIf(process.platform === 'win32')('docs/ci/github.yml in a repository that is not ours', () => {
  it('is green for a change that costs nothing, then red for one that doubles the bill, in one comment', () => {
    git('checkout', '-q', 'main');
    const main = runGithub('baseline');
    expect(main.code, main.stderr).toBe(0);
    copyFileSync(join(cwd, 'baseline.json'), join(folder, 'state/baseline.json'));
    rmSync(join(cwd, 'baseline.json'));
    git('checkout', '-q', 'feature');
    commit({ 'services/my shop/scaler.lua': `${lua(2)}-- end\n` }, 'a comment');
    const green = runGithub('dry-run');
    expect(green.code, green.stderr).toBe(0);
    expect(comments()).toHaveLength(2);
    expect(comments()[1].body).toMatch(/^<!-- dryscale -->\n### ✓[\s\S]*`s1`/);
    expect(comments()[1].body).not.toContain('`s0`');
    commit({ 'services/my shop/scaler.lua': lua(5) }, 'dearer');
    const red = runGithub('dry-run');
    expect(red.code, red.stderr).toBe(99);
    expect(comments()).toHaveLength(2);
    expect(comments()[1].body).toContain('cost\\_usd of scaler is');
    expect(comments()[1].body).toContain('than the baseline');
    expect(red.stdout).toMatch(
      /^::error file=services\/my shop\/scaler\.lua,line=2,title=s1%3A scaler against scaler@origin\/main/m,
    );
    for (const name of ['report.html', 'report.json', 'junit.xml'])
      expect(existsSync(join(cwd, 'reports/latest', name))).toBe(true);
    commit({ 'services/my shop/scaler.lua': lua(2) }, 'as it was');
    const reverted = runGithub('dry-run');
    expect(reverted.code, reverted.stderr).toBe(0);
    expect(comments()[1].body).toBe('<!-- dryscale -->\nNo autoscaler differs from the base branch.\n');
  });

  it('has no comment for a pull request from a fork, and is red all the same', () => {
    commit({ 'services/pay/scaler.lua': lua(5) }, 'dearer');
    const red = runGithub('dry-run', { isFork: true });
    expect(red.code, red.stderr).toBe(99);
    expect(comments()).toHaveLength(1);
  });

  it('leaves a pull request without autoscalers alone, and takes all services when what they share has changed', () => {
    commit({ 'src/app.py': 'print(2)\n' }, 'other');
    const other = runGithub('dry-run');
    expect(other.code, other.stderr).toBe(0);
    expect(comments()).toHaveLength(1);
    commit({ '.github/workflows/autoscaling.yml': 'x: 1\n' }, 'shared');
    const { code, stderr } = runGithub('dry-run');
    expect(code, stderr).toBe(0);
    expect(comments()[1].body).toContain('2 of 2 scenarios passed');
  });
});

/** GitLab's API for notes and artifacts, as far as the script asks it. */
function gitlabApi(notes: { id: number; body: string }[], baseline: string | undefined): Server {
  return createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://localhost');
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on('end', () => {
      const text = new URLSearchParams(body).get('body') ?? '';
      const token = request.headers['private-token'];
      const end = (status: number, content = '{}') => response.writeHead(status).end(content);
      if (url.pathname.endsWith('/jobs/artifacts/main/raw/baseline.json'))
        return baseline === undefined ? end(404) : end(200, baseline);
      if (token !== 'secret') return end(401);
      const page = Number(url.searchParams.get('page') ?? 1);
      if (request.method === 'GET') return end(200, JSON.stringify(notes.slice((page - 1) * 2, page * 2)));
      if (request.method === 'POST') notes.push({ id: 50, body: text });
      else
        notes.splice(
          notes.findIndex(({ id }) => url.pathname.endsWith(`/${id}`)),
          1,
          { id: 50, body: text },
        );
      return end(200);
    });
  });
}

describe.skipIf(process.platform === 'win32')('docs/ci/gitlab.yml in a repository that is not ours', () => {
  async function runGitlab(
    job: 'autoscaling' | 'autoscaling-baseline',
    more: Readonly<Record<string, string>>,
  ): Promise<Outcome> {
    const env = { ...gitlab.variables, ...base, CI_PROJECT_DIR: cwd, CI_PROJECT_ID: '3', CI_JOB_TOKEN: 'job', ...more };
    const { script, after_script } = gitlab[job];
    // One shell for the script, and one for what comes after it, whether it failed or not; not sync, for the API is here.
    const shell = (lines: readonly string[]) =>
      new Promise<Outcome>((done) => {
        const child = spawn('sh', ['-e', '-c', lines.join('\n')], { cwd, env });
        let [stdout, stderr] = ['', ''];
        child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
        child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
        child.on('close', (code) => done({ code, stdout, stderr }));
      });
    const first = await shell(script);
    const later = await shell(after_script ?? []);
    expect(later.code, later.stderr).toBe(0);
    return { ...first, stdout: first.stdout + later.stdout };
  }

  it('is red for a dearer policy, with one note; without a token there is none', async () => {
    git('checkout', '-q', 'main');
    const main = await runGitlab('autoscaling-baseline', {});
    expect(main.code, main.stderr).toBe(0);
    const notes = [1, 2, 3].map((id) => ({ id, body: `note ${id}` }));
    const server = gitlabApi(notes, readFileSync(join(cwd, 'baseline.json'), 'utf8'));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    // safe: it listens on a port.
    const { port } = server.address() as AddressInfo;
    rmSync(join(cwd, 'baseline.json'));
    git('checkout', '-q', 'feature');
    commit({ 'services/my shop/scaler.lua': lua(5) }, 'dearer');
    const variables = {
      CI_API_V4_URL: `http://127.0.0.1:${port}/api/v4`,
      CI_MERGE_REQUEST_DIFF_BASE_SHA: git('rev-parse', 'main'),
      CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main',
      CI_MERGE_REQUEST_PROJECT_ID: '3',
      CI_MERGE_REQUEST_IID: '7',
    };
    try {
      const silent = await runGitlab('autoscaling', variables);
      expect(silent.code, silent.stderr).toBe(99);
      expect(notes).toHaveLength(3);
      const red = await runGitlab('autoscaling', { ...variables, DRYSCALE_TOKEN: 'secret' });
      expect(red.code, red.stderr).toBe(99);
      expect(notes[3].body).toMatch(/^<!-- dryscale -->\n### ✗[\s\S]*than the baseline/);
      expect(readFileSync(join(cwd, 'reports/latest/junit.xml'), 'utf8')).toMatch(
        /cost_usd within 5 % of scaler@[0-9a-f]{8}/,
      );
      commit({ 'services/my shop/scaler.lua': `${lua(2)}-- end\n` }, 'as before');
      const green = await runGitlab('autoscaling', { ...variables, DRYSCALE_TOKEN: 'secret' });
      expect(green.code, green.stderr).toBe(0);
      expect(notes).toHaveLength(4);
      expect(notes[3].body).toMatch(/^<!-- dryscale -->\n### ✓/);
    } finally {
      server.close();
    }
  });
});
