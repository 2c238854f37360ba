// @module-tag ci
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root, temporaryFolder } from '../support/runCli.js';

/** `<!-- example: NAME -->`: the block below it is a module, and the text block after that what it prints. */
const marked = /<!-- example: (\S+) -->\n+```ts\n([\s\S]*?)```(?:\n+```text\n([\s\S]*?)```)?/g;

const page = readFileSync(join(root, 'docs/api.md'), 'utf8');
const examples = [...page.matchAll(marked)].map(([, name, code, output]) => ({ name, code, output }));

/** As in a project that has installed the package: strict, and by the package's own declarations. */
const settings = {
  compilerOptions: {
    ...{ target: 'ES2022', module: 'NodeNext', lib: ['ES2023'], strict: true, exactOptionalPropertyTypes: true },
    ...{ noUncheckedIndexedAccess: true, skipLibCheck: true, outDir: 'built', types: ['node'] },
    typeRoots: [join(root, 'node_modules/@types')],
  },
  include: ['*.ts'],
};

let cwd = '';
let compiled = { code: null as number | null, output: 'not compiled' };
let remove = (): void => {};
beforeAll(async () => {
  ({ path: cwd, remove } = temporaryFolder({
    'package.json': '{ "type": "module" }',
    'tsconfig.json': JSON.stringify(settings),
  }));
  cpSync(join(root, 'policies'), join(cwd, 'policies'), { recursive: true });
  mkdirSync(join(cwd, 'node_modules'));
  symlinkSync(root, join(cwd, 'node_modules/dryscale'));
  symlinkSync(join(root, 'node_modules/vitest'), join(cwd, 'node_modules/vitest'));
  for (const { name, code } of examples) writeFileSync(join(cwd, name), code);
  compiled = await run([join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.json']);
});
afterAll(() => remove());

function run(args: readonly string[]): Promise<{ readonly code: number | null; readonly output: string }> {
  return new Promise((done, fail) => {
    const child: ChildProcess = spawn(process.execPath, args, { cwd, env: { PATH: process.env.PATH, NO_COLOR: '1' } });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        output += chunk.toString();
      });
    }
    child.on('error', fail);
    child.on('close', (code) => done({ code, output }));
  });
}

describe('docs/api.md', () => {
  it('has as many examples as marks', () => {
    expect(examples.length).toBe([...page.matchAll(/^<!-- example: /gm)].length);
    expect(examples.length).toBeGreaterThan(3);
  });

  it('has examples that compile against the declarations of the package', () => {
    expect(compiled).toEqual({ code: 0, output: '' });
  });

  it.each(examples.filter(({ name, output }) => output !== undefined && !name.endsWith('.test.ts')))(
    'has an example $name that prints what it says',
    async ({ name, output }) => {
      const printed = await run([join('built', name.replace(/\.ts$/, '.js'))]);
      expect(printed).toEqual({ code: 0, output });
    },
    120_000,
  );

  it.each(examples.filter(({ name }) => name.endsWith('.test.ts')))(
    'has a test $name that fails in the words it says',
    async ({ name, output }) => {
      const vitest = join(root, 'node_modules/vitest/vitest.mjs');
      const printed = await run([vitest, 'run', '--root', cwd, name, '--reporter', 'verbose']);
      expect(printed.code, printed.output).toBe(1);
      expect(printed.output).toContain(output?.trim());
    },
    120_000,
  );
});
