import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { install, type Pack, pack } from './support/installed.js';
import { root, temporaryFolder } from './support/runCli.js';

let folder = '';
let remove = (): void => {};
let packed: Pack;
let names: ReadonlySet<string>;

beforeAll(() => {
  ({ path: folder, remove } = temporaryFolder({}));
  packed = pack(folder);
  names = new Set(packed.files.map(({ path }) => path));
  install(packed.tarball, folder);
});
afterAll(() => remove());

const pages = [
  'README.md',
  ...readdirSync(join(root, 'docs')).flatMap((name) => (name.endsWith('.md') ? [`docs/${name}`] : [])),
];

describe('the package', () => {
  it('is small: the command once, no maps, no tests', () => {
    expect(packed.size).toBeLessThan(1_600_000);
    expect(packed.unpackedSize).toBeLessThan(5_800_000);
    expect(packed.files.length).toBeLessThan(300);
    expect([...names].filter((name) => /\.map$|^(test|src|node_modules|reports)\/|modules\//.test(name))).toEqual([]);
    for (const name of [...names].filter((one) => one.endsWith('.js'))) {
      expect(readFileSync(join(root, name), 'utf8'), name).not.toMatch(/\n\/\/# sourceMappingURL=[^\n]*\s*$/);
    }
  });

  it('says where it comes from', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(manifest).toMatchObject({
      repository: { url: 'git+https://github.com/dryscale/dryscale.git' },
      homepage: expect.stringContaining('https://'),
      bugs: expect.stringContaining('https://'),
      license: 'MIT',
    });
    expect(manifest.keywords.length).toBeGreaterThan(3);
    for (const one of ['LICENSE', 'README.md', 'package.json']) expect(names).toContain(one);
  });

  it('has every file that its exports name', () => {
    const { exports, bin } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const targets = [exports, bin].flatMap((one) => JSON.stringify(one).match(/(?:\.\/|dist\/)[\w./-]+/g) ?? []);
    expect(targets.length).toBeGreaterThan(6);
    for (const target of targets.filter((one) => /\.\w+$/.test(one) && one !== './package.json')) {
      if (existsSync(join(root, target))) expect(names).toContain(posix.normalize(target));
    }
    expect(
      targets.map((one) => posix.normalize(one)).filter((one) => /^(dist|schema)\//.test(one) && !names.has(one)),
    ).toEqual([]);
  });

  it.each(pages)('has every file that %s links to or works with', (page) => {
    const text = readFileSync(join(root, page), 'utf8');
    const links = [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
      .map(([, target]) => target)
      .filter((target) => !/^\w+:/.test(target))
      .map((target) => posix.normalize(posix.join(posix.dirname(page), target)));
    const used = [...text.matchAll(/(?<![\w./-])(?:policies|scenarios|schema)\/[\w./-]+\.\w+/g)].map(([path]) => path);
    const wanted = [
      ...links.filter((one) => !/^src\//.test(one)),
      ...used.filter((one) => existsSync(join(root, one))),
    ];
    const isThere = (path: string) =>
      names.has(path) || [...names].some((name) => name.startsWith(`${path.replace(/\/$/, '')}/`));
    expect(wanted.filter((path) => !isThere(path))).toEqual([]);
  });

  it('has every declaration that its declarations import', () => {
    const missing = [...names]
      .filter((name) => name.endsWith('.d.ts'))
      .flatMap((name) =>
        [...readFileSync(join(root, name), 'utf8').matchAll(/['"](\.[^'"]+)\.js['"]/g)]
          .map(([, target]) => posix.join(posix.dirname(name), `${target}.d.ts`))
          .filter((target) => !names.has(target)),
      );
    expect(missing).toEqual([]);
  });
});

describe.skipIf(process.platform === 'win32')('installed in an empty folder', () => {
  const run = (...args: string[]) => {
    const command = join(folder, 'node_modules/.bin/dryscale');
    const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
    return { code: status, stdout, stderr };
  };
  const short = ['--runs', '2', '--set', 'duration=2m', '--set', 'slo.gate=false', '--set', 'thresholds={}'];

  it('says its version', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(run('--version')).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('compares shipped policies on a shipped scenario by bare names, and says so in a line each', {
    tags: ['ci'],
  }, () => {
    const { code, stdout, stderr } = run(
      'compare',
      'flash-sale',
      '--policy',
      'target-cpu',
      '--policy',
      'hpa-default',
      ...short,
    );
    expect(code, stderr).toBe(0);
    expect(stdout).toContain('flash-sale');
    expect(stderr).toMatch(
      /^flash-sale is a scenario that comes with dryscale: dryscale\/scenarios\/flash-sale\.yaml\.$/m,
    );
    expect(stderr).toMatch(/^target-cpu is a policy that comes with dryscale: dryscale\/policies\/target-cpu\.lua\.$/m);
    expect(readFileSync(join(folder, 'reports/latest/report.html'), 'utf8')).toContain('<script');
  });

  it('explains a manifest', () => {
    const manifest = readFileSync(join(root, 'policies/hpa-default.yaml'), 'utf8');
    writeFileSync(join(folder, 'mine.yaml'), manifest);
    expect(run('explain', 'mine.yaml')).toMatchObject({ code: 0, stdout: expect.stringContaining('every 15 s') });
  });

  it('is a library, with its types and its schema', () => {
    writeFileSync(
      join(folder, 'use.mjs'),
      `import { readFileSync } from 'node:fs';
      import { compare, defineScenario, simulate } from 'dryscale';
      const { default: manifest } = await import('dryscale/package.json', { with: { type: 'json' } });
      JSON.parse(readFileSync(new URL(import.meta.resolve('dryscale/schema/scenario.schema.json')), 'utf8'));
      const shop = defineScenario({
        name: 'shop', duration: '2m',
        traffic: { users: { executor: 'constant-arrival-rate', rate: 20 } },
        requests: { page: { route: 'web', cpu: { exponential: { mean: '20ms' } } } },
        services: { web: { instance: { vcpus: 1, startup: '10s', price: 0.05 }, scaling: { min: 1, max: 4 } } },
      });
      const { measures } = await simulate(shop, { decide: () => 2 }, { runs: 2 });
      const { policies } = await compare(shop, ['target-cpu', 'static:2'], { runs: 2 });
      console.log(manifest.name, measures.cost_usd.mean > 0, policies.map(({ name }) => name).join());
      `,
    );
    const { status, stdout, stderr } = spawnSync(process.execPath, ['use.mjs'], { cwd: folder, encoding: 'utf8' });
    expect({ status, stdout, stderr }).toMatchObject({ status: 0, stdout: 'dryscale true target-cpu,static:2\n' });
  });
});
