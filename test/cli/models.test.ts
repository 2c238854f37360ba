import { describe, expect, it } from 'vitest';
import { completedValues } from '../../src/cli/completedValues.js';
import { callCli } from '../support/callCli.js';
import { root } from '../support/runCli.js';

const models = (...args: string[]) => callCli(['models', ...args], { cwd: root });

describe('dryscale models', () => {
  it('lists presets, models and GPUs', async () => {
    const { code, stdout } = await models();
    expect(code).toBe(0);
    expect(stdout).toMatch(/^llama-2-70b-h100x4 +calibrated 2026-03 +16\.7 ms +496,512$/m);
    expect(stdout).toMatch(/^mistral-nemo-12b +40 +5120 +22\.8 GiB +160 KiB +131,072$/m);
    expect(stdout).toMatch(/^h100-sxm-80gb +80 GiB +3\.35 +990 +1,980 +450$/m);
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('works a preset out: 2 bytes x 67.7 thousand million weights / (4 x 3.35 TB/s x 0.82) is 12.5 ms', async () => {
    const { code, stdout } = await models('llama-2-70b-h100x4');
    expect(code).toBe(0);
    const text = stdout.replace(/\s+/g, ' ');
    expect(text).toContain('12.5 ms; 80 layers x 32.1 us + 126 us; 160 all-reduces x 4.5 us; measured 16.7 ms');
    expect(text).toContain('= 152 GiB; at 320 KiB a token 496,512 tokens in 31,032 blocks');
    expect(text).toContain('good to other workloads');
    expect(text).toContain('1 request alone with 1,000 tokens of context: 16.8 ms a token, 59.5 tokens/s');
  });

  it.each([
    ['mixtral-8x7b', '2 x h100-sxm-80gb       18.4 ms'],
    ['l40s-48gb', '362 TFLOPS at 16 bits, 733 TFLOPS at 8 bits'],
    ['llama-3.1-8b-h100-linear', '467,280 tokens in 29,205 blocks, as the server logged'],
  ])('shows %s', async (name, line) => {
    const { code, stdout } = await models(name);
    expect(code).toBe(0);
    expect(stdout.replace(/\n {12}/g, ' ')).toContain(line);
  });

  it('gives the same as data', async () => {
    const { presets, gpus } = JSON.parse((await models('--json')).stdout);
    expect([presets.length > 10, gpus.length]).toEqual([true, 5]);
    const one = JSON.parse((await models('llama-2-7b-h100', '--json')).stdout);
    expect(one).toMatchObject({
      format: 'dryscale-models/1',
      presets: [{ name: 'llama-2-7b-h100', kv_blocks: 7353, step_us: { base: 5995, perSequence: 10.4 } }],
      models: [],
      gpus: [],
    });
  });

  it('ends with 2 for a name that is none', async () => {
    const { code, stderr } = await models('llama-2-70b-h100x8');
    expect(code).toBe(2);
    expect(stderr).toContain('did you mean "llama-2-70b-h100x4"?');
  });

  it('offers its names for completion', async () => {
    const offered = await completedValues(['--get-yargs-completions', 'dryscale', 'models', '']);
    expect(offered).toEqual(expect.arrayContaining(['llama-2-70b-h100x4', 'qwen3-32b', 'h100-sxm-80gb']));
  });
});
