import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { playLoads } from '../../src/calibrate/playLoads.js';
import { numbersOf } from '../../src/fleet/models/datasheet.js';
import { datasheetOf } from '../../src/fleet/models/onGpus.js';
import { callCli } from '../support/callCli.js';
import { hpaText } from '../support/hpaText.js';
import { temporaryFolder } from '../support/runCli.js';

/** A server that is slower than its data sheets say: what its benchmark shows, the draft must find. */
const truth = { base: 8000, perSequence: 25 };

function servedBy(ratePerSecond: number) {
  const sheet = datasheetOf('llama-3.1-8b@h100');
  if ('part' in sheet) throw new Error(`${sheet.part} is known`);
  const { step, ...numbers } = numbersOf(sheet);
  const load = {
    arrivals: { ratePerSecond },
    requests: 2000,
    promptTokens: [500, 500],
    outputTokens: [200, 200],
  } as const;
  const server = { maxSequences: 256, tokenBudget: 2048, prefixCache: true, maxModelTokens: 131_072 };
  const settings = { ...numbers, ...server, admit: 'prompt', policy: 'fcfs', step: { ...step, ...truth } } as const;
  return playLoads(settings, [load], 7)[0];
}

/** As `vllm bench serve --save-result` writes it. */
function bench(ratePerSecond: number): string {
  const { ttftMilliseconds, tpotMeanMilliseconds, throughputPerSecond } = servedBy(ratePerSecond);
  return JSON.stringify({
    ...{ backend: 'vllm', model_id: 'meta-llama/Llama-3.1-8B-Instruct', num_prompts: 2000, completed: 2000 },
    ...{ request_rate: ratePerSecond, burstiness: 1, max_concurrency: null },
    ...{ total_input_tokens: 1_000_000, total_output_tokens: 400_000, request_throughput: throughputPerSecond },
    ...{ mean_ttft_ms: ttftMilliseconds.mean, mean_tpot_ms: tpotMeanMilliseconds },
  });
}

const counted = (name: string, sum: number) => [
  `vllm:${name}_bucket{le="200.0"} 500`,
  `vllm:${name}_bucket{le="+Inf"} 1000`,
  `vllm:${name}_sum ${sum}`,
  `vllm:${name}_count 1000`,
];
const dump = [
  'vllm:cache_config_info{block_size="16",num_gpu_blocks="20000"} 1.0',
  'vllm:num_requests_running{model_name="meta-llama/Llama-3.1-8B-Instruct"} 3',
  ...counted('request_prompt_tokens', 150_000),
  ...counted('request_generation_tokens', 90_000),
];

const folder = temporaryFolder({
  'bench-2.json': bench(2),
  'bench-12.json': bench(12),
  'metrics.txt': dump.join('\n'),
  'fresh.txt': dump.slice(0, 2).join('\n'),
  'hpa.yaml': hpaText({ max: 9, cpu: 60 }),
  'loads.csv': 'rate_per_s,prompt_tokens,output_tokens,e2e_mean_ms\n0.5,2000,400,4000\n40,100,20,400\n',
  'metrics-2.txt': dump
    .map((line) => line.replace(/_sum \d+$/, '_sum 450000').replace('Llama-3.1-8B-Instruct', 'Llama-3.1-70B-Instruct'))
    .join('\n'),
  'rates.csv': 'timestamp,requests\n0,1\n60,2\n120,1\n',
});
const cwd = folder.path;
afterAll(folder.remove);
const model = ['--set', 'model=llama-3.1-8b@h100'];
const init = (...args: string[]) => callCli(['init', '--from', ...args, '--yes'], { cwd });
const drafted = (out: string) => parse(readFileSync(join(cwd, out, 'dryscale.yaml'), 'utf8'));

describe('init --from files of a model server', { tags: ['ci'] }, () => {
  it('finds the times of the server in two benchmarks, the lengths and the memory in its metrics', async () => {
    const { code, stdout, stderr } = await init('bench-2.json', 'bench-12.json', 'metrics.txt', ...model, '--out', 'a');
    expect(code, stderr).toBe(0);
    const { models, requests, services, slo } = drafted('a');
    const { step, kvTokens } = models['llama-3-1-8b-h100'];
    expect(Number.parseFloat(step.base) / 8).toBeCloseTo(1, 1);
    expect(Math.abs(Number.parseFloat(step.perSequence) / 25 - 1)).toBeLessThan(0.1);
    expect(kvTokens).toBe(320_000);
    expect(requests.request).toMatchObject({ promptTokens: { lognormal: { mean: 150 } }, route: 'llm' });
    expect(requests.request.outputTokens.lognormal.mean).toBe(90);
    expect(services.llm.instance).toMatchObject({ model: 'llama-3-1-8b-h100', gpus: 1, price: 3 });
    expect(slo).toMatchObject({ gate: false });
    expect(stdout).toMatch(
      /^found traffic 1[12](\.\d+)? requests\/s, constant, .*what a test sends, not what users want$/m,
    );
    const played = await callCli(['run', 'a/dryscale.yaml', '--policy', 'none'], { cwd });
    expect(played.code, played.stderr).toBe(0);
  });

  it('takes the data sheets where one load tells nothing, and says what would', async () => {
    const { code, stdout, stderr } = await init('bench-2.json', ...model, '--set', 'rate=3', '--out', 'b');
    expect(code, stderr).toBe(0);
    expect(drafted('b').models).toEqual({ 'llama-3-1-8b-h100': { preset: 'llama-3.1-8b@h100' } });
    expect(drafted('b').traffic.users).toMatchObject({ rate: 3 });
    expect(stdout).toMatch(
      /^note times are those of the data sheets .*, not of your server: .*only one load.*add a load/m,
    );
  });

  it('takes lengths and rate of one load, pools the dumps of replicas, and tells another model', async () => {
    const benchmark = await init('loads.csv', ...model, '--out', 'c');
    expect(benchmark.code, benchmark.stderr).toBe(0);
    expect(drafted('c')).toMatchObject({
      traffic: { users: { rate: 40 } },
      requests: { request: { promptTokens: 100, outputTokens: 20 } },
    });
    const { code, stdout, stderr } = await init(
      'metrics.txt',
      'metrics-2.txt',
      ...model,
      '--set',
      'rate=1',
      '--out',
      'd',
    );
    expect(code, stderr).toBe(0);
    expect(drafted('d').requests.request.promptTokens.lognormal.mean).toBe(300);
    expect(stdout).toMatch(
      /^note the files are of a server of meta-llama\/Llama-3\.1-70B-Instruct, which is llama-3\.1-70b/m,
    );
    expect(stdout).toContain('2000 requests in metrics.txt, metrics-2.txt');
  });

  it.each([
    ['no GPUs', ['metrics.txt'], 104, /no file says on which GPUs[\s\S]*add --set model=llama-3\.1-8b@h100/],
    ['no rate', ['metrics.txt', ...model], 104, /says nothing of the traffic of llm[\s\S]*--set rate=/],
    ['no lengths', ['fresh.txt', ...model], 104, /no request is counted/],
    [
      'an HPA on CPU',
      ['hpa.yaml', 'metrics.txt', ...model, '--set', 'rate=1'],
      104,
      /web holds a share of CPU[\s\S]*keda-vllm-queue/,
    ],
    ['an unknown GPU', ['metrics.txt', '--set', 'model=llama-3.1-8b@h10'], 2, /"h10" is unknown[\s\S]*h100/],
    ['a model that does not fit', ['metrics.txt', '--set', 'model=llama-3.1-70b@h100'], 2, /leave no memory/],
    ['CPU of a request', ['metrics.txt', ...model, '--set', 'cpu=4ms'], 2, /--set cpu= means nothing here/],
    ['a model of a web service', ['rates.csv', ...model], 2, /--set model= means nothing here/],
  ])('%s: ends with its code, and says how to go on', async (_what, args, wanted, words) => {
    const { code, stderr } = await init(...args);
    expect(code, stderr).toBe(wanted);
    expect(stderr).toMatch(words);
  });
});
