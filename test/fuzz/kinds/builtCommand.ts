import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect } from 'vitest';
import { smallScenario } from '../../support/runCli.js';
import { dryscale, runMeasured } from '../../support/runMeasured.js';
import { logTexts, luaTexts, manifestTexts, observationTexts, scriptTexts } from '../corpus.js';
import { FuzzFolder } from '../fuzzFolder.js';
import { fuzzKind } from '../fuzzKind.js';
import { luaProgram } from '../luaProgram.js';
import { bytesOf, type Mutated, mutatedBytes, shownBytes } from '../mutateBytes.js';
import { shippedTexts } from './scenarioTrees.js';

/** A file, and the commands that people give it to. */
interface Given {
  readonly file: string;
  readonly mutated: Mutated;
  readonly args: readonly string[];
}

const short = Object.fromEntries(
  Object.entries(shippedTexts).map(([name, text]) => [name, text.replace(/^duration: .*$/m, 'duration: 2m')]),
);

function given(file: string, content: fc.Arbitrary<Mutated>, lines: readonly string[]): fc.Arbitrary<Given> {
  return fc
    .tuple(content, fc.constantFrom(...lines))
    .map(([mutated, line]) => ({ file, mutated, args: line.replaceAll('FILE', file).split(' ') }));
}

const bounded = '--max-requests 20000 --runs 2 --workers 1';
const policyLines = [
  `run ok.yaml --policy FILE ${bounded}`,
  `compare ok.yaml --policy none --policy FILE ${bounded} --json`,
  'decide --policy FILE --observations seen.jsonl',
];
const program = luaProgram.map(({ wrap, code }) => ({ name: wrap, bytes: Buffer.from(code).toString('latin1') }));

const inputs: fc.Arbitrary<Given> = fc.oneof(
  given('s.yaml', mutatedBytes(short), [
    'validate FILE',
    'inspect FILE',
    'export k6 FILE',
    `run FILE --policy static:2 ${bounded}`,
  ]),
  given('p.lua', fc.oneof(mutatedBytes(luaTexts), program), [
    ...policyLines,
    'validate FILE',
    'doctor FILE',
    'explain FILE',
  ]),
  given('p.ts', mutatedBytes(scriptTexts), policyLines),
  given('m.yaml', mutatedBytes(manifestTexts), [...policyLines, 'explain FILE', 'explain FILE --json']),
  given('access.log', mutatedBytes(logTexts), ['import log FILE', 'import prometheus FILE', 'import k6 FILE']),
  given('o.jsonl', mutatedBytes(observationTexts), [
    'decide --policy ok.lua --observations FILE',
    'import prometheus FILE',
  ]),
);

const folder = new FuzzFolder();
const limitSeconds = 50;

export const builtCommand = fuzzKind<Given>({
  name: 'files given to the built command',
  weight: 2,
  fewCount: 1,
  arbitrary: inputs,
  show: ({ args, mutated }) => `dryscale ${args.join(' ')}\n${shownBytes(mutated)}`,
  async check({ file, mutated, args }) {
    const write = (name: string, content: string | Uint8Array) => writeFileSync(join(folder.path, name), content);
    write('ok.yaml', smallScenario);
    write('ok.lua', 'return { decide = function(o) return o.instances.ready end }');
    write('seen.jsonl', observationTexts['lines.jsonl']);
    write(file, bytesOf(mutated));
    const { code, signal, stdout, stderr } = await runMeasured([process.execPath, dryscale, ...args], {
      cwd: folder.path,
      limitSeconds,
    });
    expect({ code, signal, stderr }).toEqual({ code: expect.toBeOneOf([0, 99, 104, 106, 107]), signal: null, stderr });
    expect(stderr).not.toMatch(/internal bug|^\s+at .*:\d+:\d+\)?$/m);
    if (args.includes('--json') && code === 0) JSON.parse(stdout);
  },
  end: () => folder.remove(),
});
