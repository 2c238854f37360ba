// @module-tag long
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root, smallScenario, temporaryFolder } from '../support/runCli.js';

const baselineFile = join(root, 'test/mcp/conformance.yaml');
const baseline = readFileSync(baselineFile, 'utf8');
const version = /conformance (\S+)\)/.exec(baseline)?.[1];
const modules = process.env.DRYSCALE_CONFORMANCE ?? join(root, 'node_modules');
const suite = join(modules, '@modelcontextprotocol/conformance/dist/index.js');

/** Node 22 or later, which the suite needs: as named, beside the suite, this one, or on PATH. */
function findNode(): string | undefined {
  const onPath = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'node'));
  const places = [process.env.DRYSCALE_NODE22 ?? [], join(modules, '.bin/node'), process.execPath, onPath].flat(2);
  return places.find((place) => {
    const said = spawnSync(place, ['--version'], { encoding: 'utf8' }).stdout ?? '';
    return Number(/^v(\d+)/.exec(said)?.[1] ?? 0) >= 22;
  });
}

const node = findNode();
const lacks = [
  ...(node === undefined ? ['Node 22 or later (node on PATH, or DRYSCALE_NODE22)'] : []),
  ...(existsSync(suite) ? [] : ['the suite (in node_modules, or the folder DRYSCALE_CONFORMANCE)']),
];
const missing = `not run, for want of ${lacks.join(' and ')}: npm install --no-save node@22 @modelcontextprotocol/conformance@${version}`;
if (lacks.length > 0) console.warn(`conformance suite: ${missing}`);

/** Checks that may fail under one revision. */
function expectedOf(revision: string): string[] {
  const parts = baseline.split(/^ {2}# (Both revisions|2025-11-25|2026-07-28)\n/m);
  const linesOf = (title: string) => parts[parts.indexOf(title) + 1] ?? '';
  const lines = `${linesOf('Both revisions')}${linesOf(revision)}`;
  return [...lines.matchAll(/^ {2}- (\S+)/gm)].map(([, check = '']) => check);
}

const folder = temporaryFolder({ 'small.yaml': smallScenario });
let server: ChildProcess | undefined;
let url = '';
beforeAll(async () => {
  if (lacks.length > 0) return;
  const words = ['mcp', '--http', '127.0.0.1:0', '--root', folder.path];
  server = spawn(process.execPath, [join(root, 'dist/cli/main.js'), ...words], { stdio: ['ignore', 'ignore', 'pipe'] });
  if (server.stderr === null) throw new Error('it says nothing');
  const [text] = await once(server.stderr, 'data');
  url = /http:\S+/.exec(String(text))?.[0] ?? '';
});
afterAll(async () => {
  if (server?.kill()) await once(server, 'exit');
  folder.remove();
});

/** What the suite prints of the checks that one revision requires. */
async function judged(revision: string): Promise<{ readonly said: string; readonly status: unknown }> {
  const words = ['--url', url, '--requirements', revision, '--expected-failures', baselineFile];
  const child = spawn(node ?? '', [suite, 'server', ...words], { cwd: folder.path });
  const parts: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => parts.push(String(part)));
  const [status] = await once(child, 'close');
  return { said: parts.join(''), status };
}

describe.skipIf(lacks.length > 0)(`the conformance suite${lacks.length > 0 ? ` (${missing})` : ''}`, () => {
  it.each(['2025-11-25', '2026-07-28'])(
    'of %s finds failing what the baseline says, and nothing else',
    async (revision) => {
      const { said, status } = await judged(revision);
      const failed = [...said.matchAll(/^ {2}~ (\S+)$/gm)].map(([, check = '']) => check);
      // A line that passes now is as wrong as a check that fails: the table of the manual is made of them.
      expect(failed.sort(), said).toEqual(expectedOf(revision).sort());
      expect(status, said).toBe(0);
    },
  );
});
