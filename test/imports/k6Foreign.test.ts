import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root, temporaryFolder } from '../support/runCli.js';
import { foreignScripts, secret, writeForeignScripts } from './foreignScripts.js';

/** Imports every script and prints an outcome for each, as JSON. */
const driver = `
import { evaluateScript } from ${JSON.stringify(join(root, 'dist/modules/imports/k6/evaluateScript.js'))};
const outcomes = [];
for (const path of process.argv.slice(1)) {
  try {
    outcomes.push({ code: 'options', text: JSON.stringify(await evaluateScript(path, {})) });
  } catch (thrown) {
    outcomes.push({ code: thrown.problems?.[0].code ?? String(thrown), text: thrown.message });
  }
}
console.log(JSON.stringify(outcomes));
`;

/** Calls that open a file, start a program or reach another machine. */
const watched = 'open,openat,openat2,creat,execve,execveat,socket,connect,bind';

/** What Node and esbuild open by themselves: the system's libraries and settings, and what tells them about the machine. */
const ownPaths = [
  /^\/(usr\/)?lib(64)?\//,
  /^\/etc\/(ld\.so\.(cache|preload)|ssl\/(openssl\.cnf|certs\/ca-certificates\.crt))$/,
  /^\/proc\/(self|\d+|sys\/vm)\/(maps|statm?|status|cgroup|mountinfo|overcommit_memory)$/,
  /^\/(proc\/(meminfo|cpuinfo|version_signature)|sys\/(fs\/cgroup|kernel\/mm|devices\/system\/cpu)\/.*)$/,
  /^\/dev\/(null|urandom)$/,
  /^\/package\.json$/,
];

/** Every second script in the normal run: each takes two processes. `npm run check:long` runs all. */
const isChosen = (_script: unknown, index: number) => process.env.DRYSCALE_LONG === '1' || index % 2 === 0;
const chosen = foreignScripts.filter(isChosen);

const isTraced = spawnSync('strace', ['-f', '-o', '/dev/null', 'true']).status === 0;
let folder = '';
let remove = () => {};
let outcomes: readonly { readonly code: string; readonly text: string }[] = [];
let calls: readonly string[] = [];

beforeAll(() => {
  ({ path: folder, remove } = temporaryFolder({}));
  const paths = writeForeignScripts(folder).filter(isChosen);
  const log = join(folder, 'calls.txt');
  const tracer = isTraced ? ['strace', '-f', '-qq', '-s', '4096', '-e', `trace=${watched}`, '-o', log] : [];
  const [program, ...args] = [...tracer, process.execPath, '--input-type=module', '-e', driver, '--', ...paths];
  outcomes = JSON.parse(execFileSync(program, args, { cwd: root, encoding: 'utf8', maxBuffer: 1e8 }));
  calls = isTraced ? readFileSync(log, 'utf8').split('\n') : [];
});
afterAll(() => remove());

describe('scripts that reach out of their folder', () => {
  it.each(chosen.map(([text, code], index) => [text.slice(0, 100), code, index] as const))(
    '%s: %s',
    (_text, code, index) => {
      expect(outcomes[index]).toMatchObject({ code });
      expect(outcomes[index].text).not.toContain(secret);
    },
  );

  it('open nothing outside it, start nothing and call nobody', ({ skip }) => {
    if (!isTraced) return skip('strace is not installed, or may not be used here');
    const opened = calls.flatMap((line) => /\b(?:openat2?|open|creat)\([^"]*"([^"]*)"/.exec(line)?.[1] ?? []);
    const started = calls.flatMap((line) => /\bexecve(?:at)?\([^"]*"([^"]*)"/.exec(line)?.[1] ?? []);
    const inner = join(folder, 'in/');
    const isOurs = (path: string) => path.startsWith(`${root}/`) || path === root || path === process.execPath;
    expect(opened.filter((path) => path.startsWith(inner)).length).toBeGreaterThanOrEqual(chosen.length);
    const others = opened.filter((path) => !path.startsWith(inner) && !isOurs(path));
    expect([...new Set(others)].filter((path) => !ownPaths.some((own) => own.test(path)))).toEqual([]);
    expect(opened.filter((path) => /link|zero|circle|pipe/.test(path))).toEqual([]);
    const programs = new Set(started.map((path) => (isOurs(path) ? 'ours' : path)));
    expect([...programs]).toEqual(['ours']);
    expect(started.every((path) => path === process.execPath || dirname(path).endsWith('/bin'))).toBe(true);
    expect(calls.filter((line) => /\b(socket|connect|bind)\(/.test(line))).toEqual([]);
  });
});
