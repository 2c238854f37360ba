import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The one order of the folders of src: a folder imports itself and those before it (ARCHITECTURE.md). */
const order = [
  'base',
  'random',
  'stats',
  'kernel',
  'traffic',
  'record',
  'fleet',
  'gateway',
  'telemetry',
  'cloud',
  'faults',
  'policy',
  'platforms',
  'results',
  'scenario',
  'engine',
  'run',
  'backtest',
  'tune',
  'chaos',
  'calibrate',
  'report',
  'imports',
  'derive',
  'exports',
  'verify',
  'api',
  'cli',
  'mcp',
];

/** Where wall clock, locale and environment may appear: the edges of the program. */
const edges = new Set(['run', 'verify', 'cli', 'mcp']);

/** Functions over 60 lines, each with the reason why it may be. */
const longFunctions = new Set<string>([]);

const root = resolve(import.meta.dirname, '..');
const src = join(root, 'src');

interface SourceFile {
  readonly path: string;
  readonly folder: string;
  readonly text: string;
  readonly imports: readonly string[];
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? listFiles(path) : /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

function importsOf(path: string, text: string): string[] {
  const found = [...text.matchAll(/(?:from|import|import\()\s*['"](\.[^'"]+)['"]/g)].map(([, target]) => target);
  return found
    .map((target) => resolve(dirname(path), target.replace(/\.js$/, '.ts')))
    .filter((target) => existsSync(target));
}

const files: SourceFile[] = listFiles(src).map((path) => {
  const text = readFileSync(path, 'utf8');
  return { path, folder: relative(src, path).split('/')[0], text, imports: importsOf(path, text) };
});
const byPath = new Map(files.map((file) => [file.path, file]));
const show = (path: string) => relative(root, path);

describe('the house', () => {
  it('has only folders that stand in the order', () => {
    const folders = files.map(({ folder }) => folder).filter((folder) => !folder.endsWith('.ts'));
    expect([...new Set(folders)].filter((folder) => !order.includes(folder))).toEqual([]);
  });

  it('imports only a folder itself and those before it', () => {
    const wrong = files.flatMap(({ path, folder, imports }) =>
      imports
        .filter(
          (target) =>
            order.includes(folder) && order.indexOf(byPath.get(target)?.folder ?? 'base') > order.indexOf(folder),
        )
        .map((target) => `${show(path)} -> ${show(target)}`),
    );
    expect(wrong).toEqual([]);
  });

  it('has no import cycles', () => {
    const done = new Set<string>();
    const cycles: string[] = [];
    const walk = (path: string, trail: readonly string[]): void => {
      if (trail.includes(path)) cycles.push([...trail.slice(trail.indexOf(path)), path].map(show).join(' -> '));
      if (trail.includes(path) || done.has(path)) return;
      for (const target of byPath.get(path)?.imports ?? []) walk(target, [...trail, path]);
      done.add(path);
    };
    for (const { path } of files) walk(path, []);
    expect(cycles).toEqual([]);
  });

  it('has no file over 400 lines', () => {
    expect(files.filter(({ text }) => text.split('\n').length > 401).map(({ path }) => show(path))).toEqual([]);
  });

  it('has one who moves the clock', () => {
    const writers = files.filter(({ text }) => /clock\.nowSeconds = /i.test(text));
    expect(writers.map(({ path }) => show(path))).toEqual(['src/engine/loop.ts']);
  });

  it('has no function over 60 lines', () => {
    const long = files.flatMap(({ path, text }) => longFunctionsOf(text).map((name) => `${show(path)} ${name}`));
    expect(long.filter((name) => !longFunctions.has(name))).toEqual([]);
  });

  it('keeps wall clock, randomness, locale and environment at its edges', () => {
    const banned = [
      /\bMath\.random\b/,
      /\bDate\.now\b/,
      // Dates from a number, read in UTC, are calendar arithmetic; all others ask the machine for its clock or its zone.
      /\bnew Date\(\s*\)|\bnew Date\b(?!\()|(?<!new )\bDate\(/,
      /\bDate\.parse\b/,
      /\.(get|set)(Year|FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds|TimezoneOffset)\(/,
      /\bperformance\./,
      /\bprocess\.(env|hrtime|argv|cwd|stdout|stderr)\b/,
      /\btoLocale\w+\(/,
      /\blocaleCompare\(/,
      /\bIntl\./,
    ];
    const wrong = files
      .filter(({ folder }) => !edges.has(folder))
      .flatMap(({ path, text }) =>
        banned.filter((pattern) => pattern.test(withoutComments(text))).map((p) => `${show(path)} ${p}`),
      );
    expect(wrong).toEqual([]);
  });

  it('reads files that others named at one place', () => {
    /** Read what comes with the package, or only write. */
    const others = [
      'src/base/packageFolder.ts',
      'src/base/userFile.ts',
      'src/base/output/fileSystem.ts',
      'src/cli/pageScript.ts',
      'src/cli/pains/shippedPains.ts',
      'src/cli/resume/programIdentity.ts',
      'src/cli/version.ts',
      'src/policy/lua/interpreter/loadFengari.ts',
    ];
    const bare = /\b(readFile(Sync)?|open(Sync)?|opendir(Sync)?|createReadStream|promises|readv?Sync)\b/;
    const wrong = files.flatMap(({ path, text }) =>
      [...text.matchAll(/import (?!type )([^;]*?) from 'node:fs(?:\/promises)?'/g)].flatMap(([, names]) =>
        !names.startsWith('{') || bare.test(names) ? [show(path)] : [],
      ),
    );
    expect(wrong.filter((path) => !others.includes(path))).toEqual([]);
    expect(
      files.filter(({ text }) => /(import|require)\(['"](node:)?fs|from '(fs|node:fs\/promises)/.test(text)),
    ).toEqual([]);
  });

  it('writes files at one place', () => {
    /** The files of a revision, in a temporary folder that nobody else sees; runs so far, which may be cut off anywhere. */
    const others = ['src/base/output/fileSystem.ts', 'src/cli/git/snapshot.ts', 'src/cli/resume/journalFiles.ts'];
    const writing =
      /\b((append|write|copy|truncate|rename|link|symlink|unlink|cp|rm|mkdir|mkdtemp|chmod)\w*|createWriteStream)\b/i;
    const wrong = files.flatMap(({ path, text }) =>
      [...text.matchAll(/import (?!type )([^;]*?) from 'node:fs(?:\/promises)?'/g)].flatMap(([, names]) =>
        !names.startsWith('{') || writing.test(names) ? [show(path)] : [],
      ),
    );
    expect(wrong.filter((path) => !others.includes(path))).toEqual([]);
  });

  it('has no dead file', () => {
    const entries = [
      'src/index.ts',
      'src/cli/main.ts',
      'src/run/worker.ts',
      'src/run/cellProcess.ts',
      'src/mcp/main.ts',
      'src/mcp/job/job.ts',
      'src/verify/player.ts',
      'src/scenario/module/thread.ts',
      'src/api/vitest.ts',
      'src/report/html/page/main.ts',
      'src/mcp/view/main.ts',
    ];
    const imported = new Set(files.flatMap(({ imports }) => imports));
    const dead = files.filter(
      ({ path }) => !imported.has(path) && !entries.includes(show(path)) && !path.endsWith('.d.ts'),
    );
    expect(dead.map(({ path }) => show(path))).toEqual([]);
  });

  it('has no private getters where a run is: V8 calls its runtime at each use of one', () => {
    const inRun = new Set(['kernel', 'traffic', 'record', 'fleet', 'gateway', 'engine']);
    const getters = files.filter(({ folder, text }) => inRun.has(folder) && /^ {2}get #/m.test(text));
    expect(getters.map(({ path }) => show(path))).toEqual([]);
  });

  it('imports nothing where it keeps a table of numbers, for only then the build puts them where they are used', () => {
    const namespaces = new Set(
      files.flatMap(({ path, text }) =>
        [...text.matchAll(/^import \* as \w+ from '(\.[^']+)\.js'/gm)].map(([, target]) =>
          resolve(dirname(path), `${target}.ts`),
        ),
      ),
    );
    const tables = files.filter(
      ({ path, text }) => namespaces.has(path) && /^export const \w+ = [\w |<]+;$/m.test(text),
    );
    expect(tables.length).toBeGreaterThan(10);
    expect(tables.filter(({ imports }) => imports.length > 0).map(({ path }) => show(path))).toEqual([]);
  });

  it('has no default exports, no any, no unexplained assertions, no marks of unfinished work', () => {
    const rules: [string, RegExp][] = [
      ['export default', /^export default/m],
      ['any', /:\s*any\b|\bas any\b/],
      ['ts-ignore', /@ts-(ignore|nocheck)/],
      ['unfinished', /\b(TODO|FIXME|XXX)\b/],
    ];
    const wrong = files.flatMap(({ path, text }) =>
      rules.filter(([, rule]) => rule.test(text)).map(([name]) => `${show(path)} ${name}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe('the repository', () => {
  const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  })
    .split('\n')
    .filter((name) => name !== '' && existsSync(join(root, name)));

  it('holds nothing that a build makes', () => {
    const ignored = execFileSync('git', ['ls-files', '--cached', '--ignored', '--exclude-standard'], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(ignored).toBe('');
  });

  it('links only to files that exist', () => {
    const broken = tracked
      .filter((name) => name.endsWith('.md'))
      .flatMap((name) =>
        [...readFileSync(join(root, name), 'utf8').matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
          .map(([, target]) => target)
          .filter((target) => !existsSync(resolve(root, dirname(name), target)))
          .map((target) => `${name} -> ${target}`),
      );
    expect(broken).toEqual([]);
  });

  it('cites only what its reader can open', () => {
    /** Pages of other projects, beside their names. */
    const foreign = ['docs/language-definition.md'];
    const outside = new RegExp(
      [
        '\\bCON' + 'TRACT\\b',
        '\\bthe con' + "tract('|’)?s?\\b",
        'measures\\.md,? (§|section|\\d)',
        '\\bspe' + 'cs/',
        '\\bissue #?\\d',
      ].join('|'),
    );
    const wrong = tracked
      .filter((name) => /^(src|test|scripts|docs)\/.*\.(ts|mjs|md)$/.test(name))
      .flatMap((name) => {
        const text = readFileSync(join(root, name), 'utf8');
        const pages = [...text.matchAll(/(?<![\w/.])docs\/[\w/-]+\.md/g)].map(([page]) => page);
        const missing = pages.filter((page) => !existsSync(join(root, page)) && !foreign.includes(page));
        return [...missing, ...(outside.exec(text) ?? [])].map((cited) => `${name}: ${cited}`);
      });
    expect(wrong).toEqual([]);
  });

  it('carries no path of a machine and no download address', () => {
    const pattern = new RegExp(['/wo' + 'rk/', '/ro' + 'ot/', '"reso' + 'lved": "'].join('|'));
    const wrong = tracked
      .filter((name) => /\.(ts|json|md|yaml|lua|mjs)$/.test(name))
      .filter((name) => pattern.test(readFileSync(join(root, name), 'utf8')));
    expect(wrong).toEqual([]);
  });
});

describe('the history', () => {
  const git = (...args: string[]) => spawnSync('git', args, { cwd: root, encoding: 'utf8' });
  /** The first commits are as they are; the rules hold for what came after this one. */
  const first = 'f7970dbb9d50595f4a7b3d69d6c1877f1a1aca1b';

  it('is of commits that say in a line what changes for the reader, and below it why', ({ skip }) => {
    if (git('merge-base', '--is-ancestor', first, 'HEAD').status !== 0) {
      return skip(`no history from ${first.slice(0, 7)} on: no git, a shallow clone or a repository of its own`);
    }
    const { stdout } = git('log', '--no-merges', '--format=%h%x00%s%x00%b%x01', `${first}..HEAD`);
    const commits = stdout.split('\x01').map((text) => text.trim().split('\0'));
    const wrong = commits.flatMap(([hash, subject, body]) =>
      subject === undefined ? [] : commitFaults(subject, body).map((fault) => `${hash} ${subject}: ${fault}`),
    );
    expect(wrong).toEqual([]);
  });

  it.each([
    ['run: one loop', 'Two loops were two places for each fault.', []],
    ['One loop', 'Two were two places for each fault.', ['is not "area: what changes"']],
    [`run: ${'x'.repeat(68)}`, 'As it was too long to be read in a list.', ['is longer than 72 characters']],
    ['run: one loop', '', ['does not say why']],
    ['run: one loop', 'Co-authored-by: A <a@example.org>', ['does not say why']],
  ])('has rules that find faults: %s, %s', (subject, body, faults) => {
    expect(commitFaults(subject, body)).toEqual(faults);
  });
});

/** What STYLE.md asks of a commit, as far as it can be counted. */
function commitFaults(subject: string, body: string): string[] {
  const reason = body.replace(/^[A-Z][\w-]*-by: .*$/gm, '').trim();
  return [
    ...(/^[a-z][\w/ .,-]*: \S/.test(subject) ? [] : ['is not "area: what changes"']),
    ...(subject.length <= 72 ? [] : ['is longer than 72 characters']),
    ...(reason.split(/\s+/).length >= 4 ? [] : ['does not say why']),
  ];
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:])\/\/.*$/gm, '$1');
}

/** Names of functions over 60 lines, found by the indentation that the formatter guarantees. */
function longFunctionsOf(text: string): string[] {
  const lines = text.split('\n');
  const opening =
    /^(\s*)(?:export )?(?:async )?(?:function\*? (\w+)(?=[(<])|(?:static |override |readonly |get |set )*(#?\w+)\(.*\).*\{$|const (\w+) = .*=>\s*\{$)/;
  return lines.flatMap((line, start) => {
    const match = opening.exec(line);
    if (match === null || /^\s*(if|for|while|switch|return|else|describe|it)\b/.test(line)) return [];
    const end = lines.findIndex((candidate, index) => index > start && candidate.startsWith(`${match[1]}}`));
    return end - start + 1 > 60 ? [match[2] ?? match[3] ?? match[4]] : [];
  });
}
