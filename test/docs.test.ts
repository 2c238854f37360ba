import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { callCli } from './support/callCli.js';
import { root, temporaryFolder } from './support/runCli.js';

/**
 * Every block of the README and of docs/ that says what it is gets used:
 * `<!-- file: NAME -->` writes the block below it, `<!-- runs: exit N -->` runs the commands below it, and
 * with `, output below` the block after that is what they print. Commands are those of dryscale and git.
 */
interface Step {
  readonly kind: 'file' | 'run';
  readonly name: string;
  readonly text: string;
  readonly exit: number;
  readonly output: string | undefined;
}

const marked = /<!-- (file|runs): ([^>]*?) -->\n+```\w*\n([\s\S]*?)```(?:\n+```text\n([\s\S]*?)```)?/g;

function stepsOf(page: string): Step[] {
  return [...page.matchAll(marked)].map(([, kind, what = '', text = '', output]) => ({
    kind: kind === 'file' ? 'file' : 'run',
    name: what,
    text,
    exit: Number(/exit (\d+)/.exec(what)?.[1] ?? 0),
    output: what.includes('output below') ? output : undefined,
  }));
}

/** Wall time, at the end of the headline, is the only thing that differs from time to time. */
const withoutWallTime = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replace(/(the same traffic for all) .*$/, '$1').trimEnd())
    .join('\n')
    .trim();

/** Words of a command line; single quotes keep what is between them. */
const wordsOf = (line: string): string[] =>
  [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');

/** Nobody's settings, and somebody who commits. */
const gitUser = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'A',
  GIT_AUTHOR_EMAIL: 'a@example.com',
  GIT_COMMITTER_NAME: 'A',
  GIT_COMMITTER_EMAIL: 'a@example.com',
};

async function carryOut(step: Step, cwd: string): Promise<void> {
  if (step.kind === 'file') {
    mkdirSync(dirname(join(cwd, step.name)), { recursive: true });
    writeFileSync(join(cwd, step.name), step.text);
    return;
  }
  const lines = step.text.split('\n').filter((line) => /^(dryscale|git) /.test(line));
  expect(lines.length, 'a block that runs has commands').toBeGreaterThan(0);
  for (const line of lines) {
    if (line.startsWith('git ')) {
      execFileSync('git', wordsOf(line).slice(1), { cwd, env: { ...process.env, ...gitUser } });
      continue;
    }
    const { code, stdout, stderr } = await callCli(wordsOf(line).slice(1), { cwd, env: { LANG: 'C.UTF-8' } });
    expect(code, `${line}\n${stdout}${stderr}`).toBe(step.exit);
    if (step.output === undefined) continue;
    expect(withoutWallTime(stdout + stderr)).toContain(withoutWallTime(step.output));
  }
}

const pages = [
  'README.md',
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

/** The page that takes least is tried in npm test, the others in npm run check:ci. */
const tagsOf = (name: string) => (name === 'docs/scenarios.md' ? [] : ['ci']);

describe.each(pages)('%s', (name) => {
  const page = readFileSync(join(root, name), 'utf8');
  const steps = stepsOf(page);

  it('has as many marked blocks as marks', () => {
    expect(steps.length).toBe([...page.matchAll(/^<!-- (file|runs): /gm)].length);
  });

  it.runIf(steps.length > 0)('does what it says', { tags: tagsOf(name) }, async () => {
    const { path, remove } = temporaryFolder({});
    for (const folder of ['policies', 'scenarios', 'schema'])
      cpSync(join(root, folder), join(path, folder), { recursive: true });
    // As an install leaves it: a page has a server of its reader's, which imports a package.
    if (name === 'docs/mcp.md') symlinkSync(join(root, 'node_modules'), join(path, 'node_modules'));
    for (const step of steps) await carryOut(step, path);
    remove();
  });
});
