import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { root, smallScenario, temporaryFolder } from '../support/runCli.js';

/** The keys of GitHub's workflow syntax that the file uses. */
const githubSchema = z.strictObject({
  name: z.string(),
  on: z.enum(['pull_request', 'push']),
  permissions: z.strictObject({ contents: z.literal('read') }),
  jobs: z.record(
    z.string().regex(/^[A-Za-z_][\w-]*$/),
    z.strictObject({
      'runs-on': z.string(),
      env: z.record(z.string(), z.string()),
      steps: z.array(
        z.union([
          z.strictObject({ run: z.string() }),
          z.strictObject({
            uses: z.string().regex(/^[\w-]+\/[\w-]+@v\d+$/),
            if: z.literal('always()').optional(),
            with: z.record(z.string(), z.union([z.string(), z.number()])),
          }),
        ]),
      ),
    }),
  ),
});

/** The keys of GitLab's CI syntax that the file uses. */
const gitlabSchema = z.record(
  z.string(),
  z.strictObject({
    image: z.string(),
    rules: z.array(z.strictObject({ if: z.string() })),
    variables: z.record(z.string(), z.string()),
    script: z.array(z.string()),
    artifacts: z.strictObject({
      when: z.enum(['always', 'on_success', 'on_failure']),
      paths: z.array(z.string()),
      reports: z.strictObject({ junit: z.string() }),
    }),
  }),
);

const read = (name: string): unknown => parse(readFileSync(join(root, 'docs/ci', name), 'utf8'));
const [githubJob] = Object.values(githubSchema.parse(read('github.yml')).jobs);
const [gitlabJob] = Object.values(gitlabSchema.parse(read('gitlab.yml')));
const scripts = {
  github: githubJob.steps.flatMap((step) => ('run' in step ? step.run.trim().split('\n') : [])),
  gitlab: gitlabJob.script,
};

describe('the workflow files', () => {
  it.each(Object.entries(scripts))('%s has one to five script lines', (_, lines) => {
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.length).toBeLessThanOrEqual(5);
  });

  it('keep the reports where the command writes them', () => {
    expect(githubJob.steps.at(-1)).toMatchObject({ if: 'always()', with: { path: 'reports/latest' } });
    expect(gitlabJob.artifacts).toMatchObject({ when: 'always', reports: { junit: 'reports/latest/junit.xml' } });
  });
});

/** Stands for npm, which has no network here: unpacks the tarball, and links what it depends on. */
const npmStandIn = `#!/bin/sh
set -e
test "$1 $2" = "install --no-save"
mkdir -p node_modules/dryscale node_modules/.bin
tar -xzf "$3" -C node_modules/dryscale --strip-components 1
ln -sfn "$DEPENDENCIES" node_modules/dryscale/node_modules
chmod +x node_modules/dryscale/dist/cli/main.js
ln -sf ../dryscale/dist/cli/main.js node_modules/.bin/dryscale
`;

const policy = 'return { decide = function(o, context) return context.params.count end, params = { count = 2 } }';

describe.skipIf(process.platform === 'win32')('their script lines, with what npm pack makes, in a repository', () => {
  let cwd = '';
  let remove = (): void => {};
  let environment: Record<string, string> = {};
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], { cwd, stdio: 'ignore' });

  /** Runs the lines as the runners do: each in a shell, until one fails. */
  function run(lines: readonly string[]): {
    readonly code: number | null;
    readonly stdout: string;
    readonly stderr: string;
  } {
    let stdout = '';
    for (const line of lines) {
      const done = spawnSync('bash', ['-e', '-c', line], { cwd, env: environment, encoding: 'utf8' });
      stdout += done.stdout;
      if (done.status !== 0) return { code: done.status, stdout, stderr: done.stderr };
    }
    return { code: 0, stdout, stderr: '' };
  }

  beforeAll(() => {
    ({ path: cwd, remove } = temporaryFolder({}));
    for (const folder of ['scenarios', 'policies', 'tools']) mkdirSync(join(cwd, folder));
    writeFileSync(
      join(cwd, 'scenarios/shop.yaml'),
      `${smallScenario.replace("'rate<0.01'] }", "'rate<0.01'], cost_usd: ['value<0.03'] }")}`,
    );
    writeFileSync(join(cwd, 'policies/target-cpu.lua'), policy);
    writeFileSync(join(cwd, 'tools/npm'), npmStandIn);
    chmodSync(join(cwd, 'tools/npm'), 0o755);
    execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', cwd], {
      cwd: root,
      stdio: 'ignore',
    });
    const tarball = readdirSync(cwd).find((name) => name.endsWith('.tgz'));
    environment = {
      PATH: [join(cwd, 'tools'), process.env.PATH].join(delimiter),
      HOME: cwd,
      DRYSCALE: join(cwd, tarball ?? 'missing'),
      DEPENDENCIES: join(root, 'node_modules'),
      GITHUB_ACTIONS: 'true',
      GITHUB_BASE_REF: 'main',
      GITHUB_STEP_SUMMARY: join(cwd, 'summary.md'),
    };
    git('init', '-q', '-b', 'main');
    git('add', 'scenarios', 'policies');
    git('commit', '-q', '-m', 'one');
    git('update-ref', 'refs/remotes/origin/main', 'HEAD');
  });
  afterAll(() => remove());

  const change = (count: number) =>
    writeFileSync(join(cwd, 'policies/target-cpu.lua'), policy.replace('count = 2', `count = ${count}`));

  it('GitHub: pass for a policy as good as that of the base branch, fail for one that is too dear, and annotate it', () => {
    change(2);
    expect(run(scripts.github)).toMatchObject({ code: 0, stderr: '' });
    change(5);
    const { code, stdout } = run(scripts.github.slice(1));
    expect(code).toBe(99);
    expect(stdout).toMatch(
      /^::error file=scenarios\/shop.yaml,title=small%3A target-cpu misses a threshold::cost_usd/m,
    );
    expect(readFileSync(join(cwd, 'summary.md'), 'utf8')).toMatch(/✓ dryscale[\s\S]*✗ dryscale/);
    expect(readdirSync(join(cwd, 'reports/latest')).sort()).toEqual([
      'junit.xml',
      'report.html',
      'report.json',
      'report.md',
    ]);
  });

  it('GitLab: pass for the policy of the baseline, fail for one that is dearer', () => {
    change(2);
    const [install, judge] = scripts.gitlab;
    expect(run([install, `${judge} --update-baseline`])).toMatchObject({ code: 0 });
    copyFileSync(join(cwd, 'baseline.json'), join(cwd, 'before.json'));
    expect(run([judge])).toMatchObject({ code: 0 });
    change(3);
    const { code, stdout } = run([judge]);
    expect(code).toBe(99);
    expect(stdout).toContain('cost_usd of target-cpu is 47.5 % worse than the baseline');
    expect(readFileSync(join(cwd, 'baseline.json'), 'utf8')).toBe(readFileSync(join(cwd, 'before.json'), 'utf8'));
  });
});
