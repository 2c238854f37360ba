import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { unnamedEntries } from '../../../src/cli/context/unnamedEntries.js';
import { keyOf, sha256Of } from '../../../src/scenario/contextLock.js';
import { temporaryFolder } from '../../support/runCli.js';

const folder = temporaryFolder({});
afterAll(() => folder.remove());
const at = (name: string) => join(folder.path, name);
const entry = (server: string | string[], uri: string) => ({
  ...{ server, uri, protocol: '2026-07-28', text: '1', sha256: sha256Of('1') },
});
const server = ['node', 'registry.mjs'];
const resources = ['model://now', 'model://other', 'model://old'].map((uri) => entry(server, uri));

const warned = (named: readonly string[], more: readonly object[] = []) => {
  const lock = { format: 'dryscale-context-lock/1', resources: [...resources, ...more] };
  writeFileSync(at('context.lock.json'), JSON.stringify(lock));
  return unnamedEntries({
    folder: folder.path,
    file: 'x/web.yaml',
    paths: new Set([at('web.yaml')]),
    named: new Set(named.map((uri) => keyOf({ server, uri }))),
  });
};
const all = ['model://now', 'model://other', 'model://old'];

it('entries that no scenario of the folder names are told, and stay', () => {
  // Its own text has them as a remark only; that of another scenario counts, in code as well.
  writeFileSync(at('web.yaml'), '# model://old');
  writeFileSync(at('other.ts'), "const uri = 'model://other';");
  expect(warned(all)).toEqual([]);
  const [{ code, where, what, fix }] = warned(['model://now']);
  expect([code, where.file]).toEqual(['unnamed-in-lock', 'x/context.lock.json']);
  expect(what).toBe('keeps what no scenario of the folder names: model://old at node registry.mjs');
  expect(fix).toMatch(/take it out of the file/);
});

it('an entry of a server that has another command now is told; of many, three', () => {
  const [{ what }] = warned(all, [entry('http://127.0.0.1:1/mcp', 'model://now')]);
  expect(what).toMatch(/: model:\/\/now at http:\/\/127.0.0.1:1\/mcp$/);
  const many = Array.from({ length: 5 }, (_, index) => entry(server, `env://${index}`));
  expect(warned(all, many)[0]?.what).toMatch(/env:\/\/2 at node registry.mjs and 2 more$/);
});
