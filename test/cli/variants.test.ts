import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root, temporaryFolder } from '../support/runCli.js';
import { sampled } from '../support/sampled.js';
import { traceFiles, unmatchedVariants, variantScenarios } from '../support/variantSamples.js';

/**
 * Carries out commands one after the other in one process, as `main` does: starting node for each takes 100 times as long.
 * Reads the command lines from its argument and writes what each gave, a line of JSON each.
 */
const driver = `
const [folder, lines] = process.argv.slice(1);
const load = (file) => import(${JSON.stringify(pathToFileURL(join(root, 'dist/modules')).href)} + file);
const { commands } = await load('/cli/commands/index.js');
const { parseCommandLine } = await load('/cli/parseCommandLine.js');
const { readOptions } = await load('/cli/options.js');
const { problemLines } = await load('/base/problem.js');
const { Interruption } = await load('/cli/interruption.js');
process.chdir(folder);
const results = [];
for (const args of JSON.parse(lines)) {
  let text = '';
  const add = (more) => { text += [more].flat().join('\\n') + '\\n'; };
  const output = { color: false, unicode: true, isInteractive: false, write: async (more) => add(more), say: add, note: () => undefined, rewriteLine: () => undefined };
  const interruption = new Interruption(() => {});
  try {
    const line = await parseCommandLine(args, { commands, version: '0', width: 100 });
    const code = await line.command.run({ operands: line.operands, options: readOptions(line.raw), output, interruption });
    results.push({ code, text });
  } catch (thrown) {
    const problems = thrown.problems?.flatMap((one) => problemLines(one)).join('\\n');
    results.push({ code: thrown.exitCode ?? 1, text: text + (problems ?? thrown.stack) });
  }
}
process.stdout.write('\\u0000' + JSON.stringify(results));
`;

interface Answer {
  readonly code: number;
  readonly text: string;
}

function carryOut(folder: string, lines: readonly string[][]): Promise<Answer[]> {
  const args = ['--input-type=module', '-e', driver, folder, JSON.stringify(lines)];
  return new Promise((done, fail) => {
    execFile(process.execPath, args, { maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
      const [, answers] = stdout.split('\u0000');
      if (answers === undefined) fail(new Error(`${error?.message ?? 'ended early'}\n${stderr}`));
      else done(JSON.parse(answers));
    });
  });
}

const fileOf = (index: number) => `${index}.json`;
const files = Object.fromEntries(variantScenarios.map(({ input }, index) => [fileOf(index), JSON.stringify(input)]));
const folder = temporaryFolder({ ...traceFiles, ...files });
afterAll(folder.remove);
const printed = (index: number) => `printed-${index}.yaml`;

describe('every form of every variant of a scenario', () => {
  it('has a sample', () => {
    expect(unmatchedVariants).toEqual([]);
  });

  for (const { tags, part } of sampled([...variantScenarios.keys()], 8))
    describe(tags.length === 0 ? 'a sample' : 'all others', { tags }, () => {
      let validated: Answer[];
      let inspected: Answer[];
      let again: Answer[];
      let ran: Answer[];
      beforeAll(async () => {
        [validated, inspected] = [
          await carryOut(
            folder.path,
            part.map((index) => ['validate', fileOf(index)]),
          ),
          await carryOut(
            folder.path,
            part.map((index) => ['inspect', fileOf(index), '--quiet']),
          ),
        ];
        const texts = inspected.map(({ text }, at) => [printed(part[at]), text]);
        const second = temporaryFolder({ ...traceFiles, ...Object.fromEntries(texts) });
        again = await carryOut(
          second.path,
          part.map((index) => ['inspect', printed(index), '--quiet']),
        );
        second.remove();
        ran = await carryOut(
          folder.path,
          part.map((index) => [
            'run',
            fileOf(index),
            '--policy',
            'static:3',
            '--runs',
            '1',
            '--workers',
            '1',
            '--report',
            'json',
            '--out',
            `out-${index}`,
          ]),
        );
      });

      it.each(part.map((index, at) => [variantScenarios[index].title, at] as const))('%s', (_title, at) => {
        expect(validated[at]).toMatchObject({ code: 0 });
        expect(inspected[at]).toMatchObject({ code: 0 });
        // Prints the same again, hash and estimates included.
        expect(again[at]).toEqual(inspected[at]);
        const { code, text } = ran[at];
        // 99: the objective is missed, which some samples mean to.
        expect([0, 99], text).toContain(code);
        expect(text).not.toMatch(/^\s+at .+:\d+:\d+/m);
      });
    });
});
