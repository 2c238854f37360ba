import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root, temporaryFolder } from '../support/runCli.js';

const text = (name: string) => readFileSync(join(root, 'docs/ci', name), 'utf8');

describe('docs/ci/github.yml', () => {
  const { path: folder, remove } = temporaryFolder({});
  afterAll(() => remove());
  // The package imports a JSON file in a way that only bundlers take.
  beforeAll(() =>
    build({
      stdin: { contents: "export * from '@actions/workflow-parser';", resolveDir: root },
      bundle: true,
      format: 'esm',
      platform: 'node',
      banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
      outfile: join(folder, 'parser.mjs'),
    }),
  );

  /** What GitHub's own reader of workflows finds wrong: unknown keys, wrong types, expressions that name nothing. */
  async function errorsOf(content: string): Promise<string[]> {
    // safe: the two functions of the package that are used here.
    const parser = (await import(join(folder, 'parser.mjs'))) as {
      parseWorkflow(
        file: object,
        trace: object,
      ): { context: { errors: { getErrors(): { message: string }[] } }; value: unknown };
      convertWorkflowTemplate(context: unknown, value: unknown): Promise<{ errors?: { Message: string }[] }>;
      NoOperationTraceWriter: new () => object;
    };
    const parsed = parser.parseWorkflow({ name: 'github.yml', content }, new parser.NoOperationTraceWriter());
    const template = await parser.convertWorkflowTemplate(parsed.context, parsed.value);
    const found = parsed.context.errors.getErrors().map(({ message }) => message);
    return [...found, ...(template.errors ?? []).map(({ Message }) => Message)];
  }

  it('is a workflow to GitHub', async () => {
    expect(await errorsOf(text('github.yml'))).toEqual([]);
  });

  it.each([
    ['an unknown key', 'runs-on:', 'runs-om:'],
    ['a permission that there is none', 'pull-requests: write', 'pull-request: write'],
    ['a context that there is none', 'github.token', 'gihtub.token'],
  ])('would not be with %s', async (_, right, wrong) => {
    expect(await errorsOf(text('github.yml').replace(right, wrong))).not.toEqual([]);
  });

  it('asks for no more than it needs, and pins what is not of GitHub by commit', () => {
    const workflow = text('github.yml');
    expect(workflow).toMatch(/^permissions:\n {2}contents: read$/m);
    expect(workflow.match(/\w[\w-]*: write/g)).toEqual(['pull-requests: write']);
    const used = [...workflow.matchAll(/uses: (\S+)/g)].map(([, name]) => name);
    expect(used.filter((name) => !/^actions\/[\w-]+@v\d+$|@[0-9a-f]{40}$/.test(name))).toEqual([]);
    // A value of a pull request inside a script would be a part of the script.
    const scripts = workflow.split('\n').filter((line) => line.includes('${{') && !/^\s+(if|[A-Z_]+): /.test(line));
    expect(scripts).toEqual([]);
  });
});

describe('docs/ci/gitlab.yml', () => {
  let folder = '';
  let remove = (): void => {};
  beforeAll(() => {
    ({ path: folder, remove } = temporaryFolder({}));
    spawnSync('git', ['init', '-q'], { cwd: folder });
    // The tool is written for Node.js 22; this is all that it lacks in 20.
    writeFileSync(
      join(folder, 'sets.mjs'),
      'Set.prototype.union ??= function (other) { return new Set([...this, ...other]); };\n',
    );
  });
  afterAll(() => remove());

  /** gitlab-ci-local checks a file against the schema of GitLab's own editor. */
  function check(content: string): { readonly code: number | null; readonly said: string } {
    writeFileSync(join(folder, '.gitlab-ci.yml'), content);
    rmSync(join(folder, '.gitlab-ci-local'), { recursive: true, force: true });
    const tool = join(root, 'node_modules/gitlab-ci-local/dist/index.js');
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', './sets.mjs', tool, '--list'], {
      cwd: folder,
      encoding: 'utf8',
    });
    return { code: status, said: stdout + stderr };
  }

  it('is a pipeline to GitLab', () => {
    const { code, said } = check(text('gitlab.yml'));
    expect(code, said).toBe(0);
    expect(said).toContain('json schema validated');
  });

  it('would not be with an unknown key', () => {
    const { code, said } = check(text('gitlab.yml').replace('artifacts:', 'artifactz:'));
    expect(code, said).not.toBe(0);
    expect(said).toContain("'artifactz' property is not expected");
  });
});
