import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { ProblemError } from '../../../src/base/problem.js';
import type { Output } from '../../../src/cli/output.js';
import { JournalWriter } from '../../../src/cli/resume/journalWriter.js';
import { programIdentity } from '../../../src/cli/resume/programIdentity.js';
import { UnfinishedRuns } from '../../../src/cli/resume/unfinishedRuns.js';
import type { Candidate } from '../../../src/policy/policySpec.js';
import { type CompareOutcome, runPlannedComparisons } from '../../../src/run/compare.js';
import type { PlannedComparison } from '../../../src/run/plan.js';
import { parseScenario } from '../../../src/scenario/load.js';
import { root, temporaryFolder } from '../../support/runCli.js';

const folder = temporaryFolder({});
let said: string[] = [];
const output = { note: (text: string) => void said.push(text) } as Output; // safe: nothing else is called

beforeEach(() => {
  said = [];
  for (const name of readdirSync(folder.path)) rmSync(join(folder.path, name));
});
afterAll(folder.remove);

const scenario = parseScenario({
  name: 'small',
  duration: '5m',
  traffic: { users: { executor: 'constant-arrival-rate', rate: 20 } },
  requests: { page: { route: 'web', io: { exponential: { mean: '100ms' } } } },
  services: { web: { instance: { concurrency: 4, price: 0.1 }, scaling: { min: 1, max: 5, initial: 2 } } },
});
const policy = (name: string, code: string): Candidate => ({
  name,
  source: `${name}.lua`,
  hash: code,
  params: {},
  bindings: { '*': { kind: 'lua', fileName: `${name}.lua`, path: `${name}.lua`, code, params: {} } },
});
const fixed = (count: number): Candidate => ({
  name: `static:${count}`,
  source: `static:${count}`,
  hash: '',
  params: {},
  bindings: { '*': { kind: 'static', count } },
});
const two = policy('two', 'return { decide = function() return 2 end }');
const broken = policy('two', 'return { decide = function() error("broken") end }');

interface Round {
  readonly candidates: readonly Candidate[];
  readonly isResumed?: boolean;
  /** The process dies when so many runs have been kept. */
  readonly deathAfter?: number;
  readonly replications?: readonly number[];
  readonly workerCount?: number;
  readonly isMine?: (index: number) => boolean;
  readonly shard?: { readonly index: number; readonly count: number };
  readonly precision?: { readonly ratio: number; readonly measures: readonly string[]; readonly maxRunCount: number };
}

/** A comparison as the command makes it. */
async function compare(round: Round): Promise<CompareOutcome> {
  const {
    candidates,
    isResumed = false,
    deathAfter,
    shard,
    replications = [0, 1, 2, 3],
    workerCount = 2,
    ...rest
  } = round;
  const unfinished = new UnfinishedRuns({ folder: folder.path, shard, isResumed, output });
  let keptCount = 0;
  const comparison: PlannedComparison = { scenario, folder: root, hash: '', candidates };
  const running = runPlannedComparisons([comparison], {
    replications,
    workerCount,
    workerFile: join(root, 'dist/cli/worker.js'),
    allowEmpty: false,
    signal: new AbortController().signal,
    kept: {
      find: (task) => unfinished.find(task),
      keep: (task, result) => {
        // What a dead process would have done later is lost.
        if (deathAfter === undefined || keptCount++ < deathAfter) unfinished.keep(task, result);
      },
    },
    ...rest,
  });
  unfinished.tellBegin();
  const outcome = await running;
  if (deathAfter === undefined) unfinished.end(outcome, false);
  return outcome;
}

const textOf = (outcome: CompareOutcome) => JSON.stringify(outcome.scenarios);
const journals = () => readdirSync(folder.path);
const candidates = [fixed(2), two];

describe('the finished runs of a comparison that died', () => {
  it('are taken over, and the result is the same as without the death', async () => {
    const whole = textOf(await compare({ candidates }));
    expect(journals()).toEqual([]);
    await compare({ candidates, deathAfter: 3 });
    await compare({ candidates, deathAfter: 3, isResumed: true });
    expect(journals()).toHaveLength(2);
    said = [];
    expect(textOf(await compare({ candidates, isResumed: true, workerCount: 1 }))).toBe(whole);
    expect(said).toEqual([`resumed: 6 of 8 runs were finished (${folder.path}), 2 still to do`]);
    expect(journals()).toEqual([]);
  });

  it('are as good for a comparison with more candidates, in another order', { tags: ['ci'] }, async () => {
    await compare({ candidates, deathAfter: 4 });
    const others = [fixed(3), two, fixed(2)];
    said = [];
    const resumed = textOf(await compare({ candidates: others, isResumed: true }));
    expect(said).toEqual([`resumed: 4 of 12 runs were finished (${folder.path}), 8 still to do`]);
    expect(resumed).toBe(textOf(await compare({ candidates: others })));
  });

  it('are the same under --precision, which adds runs', { tags: ['ci'] }, async () => {
    const precision = { ratio: 0.001, measures: ['latency_mean_ms'], maxRunCount: 9 };
    const whole = textOf(await compare({ candidates, precision }));
    await compare({ candidates, precision, deathAfter: 12 });
    said = [];
    expect(textOf(await compare({ candidates, precision, isResumed: true }))).toBe(whole);
    expect(said).toEqual([`resumed: 8 of 8 runs were finished (${folder.path}), 0 still to do`]);
  });

  it('of one part are those of no other part, nor of the whole', async () => {
    const part = (index: number) => ({
      candidates,
      shard: { index, count: 2 },
      isMine: (cell: number) => cell % 2 === index - 1,
    });
    await compare({ ...part(1), deathAfter: 2 });
    await compare({ ...part(2) });
    await compare({ candidates });
    expect(journals()).toHaveLength(1);
    said = [];
    const { cells } = await compare({ ...part(1), isResumed: true });
    expect(said).toEqual([`resumed: 2 of 4 runs were finished (${folder.path}), 2 still to do`]);
    expect(JSON.stringify(cells)).toBe(JSON.stringify((await compare(part(1))).cells));
  });
});

describe('a policy that failed', () => {
  it('runs again with --resume, and nothing else does', async () => {
    const { scenarios } = await compare({ candidates: [fixed(2), broken] });
    expect(scenarios[0].policies[1]).toMatchObject({ failure: { kind: 'runtime' } });
    expect(said).toEqual([`The finished runs are kept in ${folder.path}: with --resume only the others run.`]);
    said = [];
    const mended = textOf(await compare({ candidates, isResumed: true }));
    expect(said).toEqual([`resumed: 4 of 8 runs were finished (${folder.path}), 4 still to do`]);
    expect(journals()).toEqual([]);
    expect(mended).toBe(textOf(await compare({ candidates })));
  });
});

describe('--resume', () => {
  it('with nothing to take over says so and runs everything', async () => {
    await compare({ candidates, isResumed: true });
    expect(said).toEqual([
      `--resume: ${folder.path} has no finished runs of an interrupted comparison; all 8 runs begin.`,
    ]);
  });

  it('says when the runs there are of another comparison', async () => {
    await compare({ candidates, deathAfter: 3 });
    said = [];
    await compare({ candidates: [fixed(4)], isResumed: true });
    expect(said).toEqual([
      `--resume: none of the 3 finished runs in ${folder.path} fits: they have another scenario, policy, seed or option; all 4 runs begin.`,
    ]);
  });

  it('refuses what another version wrote, and names both', async () => {
    await compare({ candidates, deathAfter: 3 });
    change(/"version":"[^"]+"/, '"version":"0.0.7"');
    const refused = await compare({ candidates, isResumed: true }).catch((thrown: unknown) => thrown);
    expect(refused).toBeInstanceOf(ProblemError);
    expect(String(refused)).toMatch(/unfinished-\w+\.journal.*version 0\.0\.7, this is \d+\.\d+\.\d+/s);
    expect(refused).toMatchObject({ exitCode: 104 });
  });

  it.each([
    [{ build: 'another' }, 'another build of this version wrote them'],
    [{ node: 'v1.2.3 linux x64' }, 'they ran on Node v1.2.3 linux x64, this is '],
  ])('says when the runs there are of %j', async (other, words) => {
    const header = { ...programIdentity(), host: 'elsewhere', pid: 1, ...other };
    const writer = new JournalWriter(join(folder.path, 'unfinished-01234567.journal'), header, 1e9);
    writer.append('0'.repeat(64), '{}');
    writer.close();
    await compare({ candidates: [two], isResumed: true });
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(`none of the 1 finished runs in ${folder.path} fits: ${words}`);
  });

  it('leaves out a run whose line is damaged, and says so', { tags: ['ci'] }, async () => {
    const whole = textOf(await compare({ candidates }));
    await compare({ candidates, deathAfter: 4 });
    change(/"latency_mean_ms":/, '"latency_mean_mt":');
    said = [];
    expect(textOf(await compare({ candidates, isResumed: true }))).toBe(whole);
    expect(said).toEqual([
      expect.stringMatching(/unfinished-\w+\.journal is damaged: 1 of its runs cannot be taken over\.$/),
      `resumed: 3 of 8 runs were finished (${folder.path}), 5 still to do`,
    ]);
  });

  it('left out, says that it would help, and what is left goes when the comparison is complete', async () => {
    await compare({ candidates, deathAfter: 3 });
    said = [];
    await compare({ candidates });
    expect(said).toEqual([
      `${folder.path} has finished runs of an interrupted comparison: --resume goes on from them.`,
    ]);
    expect(journals()).toEqual([]);
  });
});

describe('two comparisons in one folder', () => {
  it('keep their runs apart, and neither takes away what the other is writing', async () => {
    const outcomes = await Promise.all([compare({ candidates }), compare({ candidates: [fixed(3), two] })]);
    expect(outcomes.map(({ completedCount }) => completedCount)).toEqual([8, 8]);
    expect(journals()).toEqual([]);
  });
});

/** Changes the first such place in the one journal there is. */
function change(pattern: RegExp, text: string): void {
  const path = join(folder.path, journals()[0]);
  writeFileSync(path, readFileSync(path, 'utf8').replace(pattern, text));
}
