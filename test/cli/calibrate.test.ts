import { afterAll, describe, expect, it } from 'vitest';
import { completedValues } from '../../src/cli/completedValues.js';
import { callCli } from '../support/callCli.js';
import { temporaryFolder } from '../support/runCli.js';

const head = 'rate_per_s,requests,prompt_tokens,output_tokens,distinct_prompts,e2e_mean_ms,ttft_mean_ms';
/** Llama-2-7B on one H100, measured: inference-sim/training, runs general and codegen of 2026-02-17. */
const general = ['8,4800,575,248,100,2057.6,27.1', '20,12000,575,248,100,4158.1,51.9'];
const codegen = ['5,3000,592,247,100,1810.3,25.0', '10,6000,592,247,100,2215.9,29.5'];

const { path: cwd, remove } = temporaryFolder({
  'loads.csv': [head, ...general, ...codegen].join('\n'),
  'one.csv': [head, general[0]].join('\n'),
  'broken.csv': [head, general[0].replace('2057.6', 'slow')].join('\n'),
  'metrics.txt': 'vllm:cache_config_info{block_size="16",num_gpu_blocks="7463"} 1.0\n',
});
afterAll(remove);

const calibrate = (...args: string[]) => callCli(['calibrate', ...args], { cwd });
const model = ['--model', 'llama-2-7b@h100', '--set', 'maxSequences=128'];

describe('dryscale calibrate', () => {
  it('fits two loads, foretells the others within 5 %, and prints the stanza', async () => {
    const { code, stdout, stderr } = await calibrate('loads.csv', ...model);
    expect(code, stderr).toBe(0);
    expect(stdout).toMatch(/^llama-2-7b@h100: fitted to 2 loads, foretells 2 within [0-4]\.\d %$/m);
    expect(stdout).toMatch(/^10 requests\/s, 592 \+ 247 tokens +foretold/m);
    expect(stdout).toMatch(/^models:\n {2}llama-2-7b-h100:\n {4}step:\n {6}base: (5\.9\d*|6(\.0\d*)?)ms$/m);
    for (const line of stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(100);
  });

  it("takes the memory of the server's own metrics, and gives all as data", async () => {
    const { code, stdout } = await calibrate('loads.csv', 'metrics.txt', ...model, '--json');
    expect(code).toBe(0);
    const result = JSON.parse(stdout);
    expect(result).toMatchObject({ format: 'dryscale-calibration/1', kv_tokens: 7463 * 16, kv_from: 'server' });
    expect(result.loads.map(({ use }: { use: string }) => use)).toEqual(['foretold', 'fitted', 'fitted', 'foretold']);
  });

  it.each([
    [
      'one load',
      ['one.csv', ...model],
      104,
      /one\.csv:2 .*only one load[\s\S]*Fix: add a load .* at about [\d.]+ requests/,
    ],
    ['a figure that is none', ['broken.csv', ...model], 104, /broken\.csv:2 {2}e2e_mean_ms {2}got "slow"/],
    ['no file of that name', ['nothing.csv', ...model], 104, /nothing\.csv/],
    ['only metrics', ['metrics.txt', ...model], 104, /no load was given/],
    ['no model', ['loads.csv'], 2, /calibrate needs --model/],
    [
      'a model nobody knows',
      ['loads.csv', '--model', 'llama-2-7@h100'],
      2,
      /"llama-2-7" is unknown[\s\S]*did you mean/,
    ],
    ['a model beyond its GPUs', ['loads.csv', '--model', 'llama-3.1-70b@h100'], 2, /leave no memory on 1 x h100/],
    ['a setting that is none', ['loads.csv', ...model, '--set', 'seats=4'], 2, /seats=4 is no setting/],
    ['a budget below the seats', ['loads.csv', ...model, '--set', 'tokenBudget=64'], 2, /below maxSequences 128/],
    ['no file', model, 2, /calibrate needs a FILES/],
  ])('%s: ends with its code and says why', async (_what, args, wanted, words) => {
    const { code, stderr } = await calibrate(...args);
    expect(code, stderr).toBe(wanted);
    expect(stderr).toMatch(words);
  });

  it('offers models for completion', async () => {
    const line = ['--get-yargs-completions', 'dryscale', 'calibrate', 'loads.csv', '--model', ''];
    expect(await completedValues(line)).toContain('llama-2-7b-h100');
  });
});
