import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { ProblemError } from '../../src/base/problem.js';
import { readMeasurements } from '../../src/calibrate/readMeasurements.js';
import { temporaryFolder } from '../support/runCli.js';

const { path: folder, remove } = temporaryFolder({});
afterAll(remove);

function read(...texts: string[]) {
  const files = texts.map((text, index) => {
    const path = join(folder, `file${index}`);
    writeFileSync(path, text);
    return path;
  });
  return readMeasurements(files);
}

/** As vllm/benchmarks/serve.py writes it. */
const bench = {
  date: '20260301-101500',
  model_id: 'meta-llama/Llama-3.1-70B',
  num_prompts: 1000,
  request_rate: 4.0,
  burstiness: 1.0,
  max_concurrency: null,
  duration: 254.1,
  completed: 1000,
  total_input_tokens: 512_000,
  total_output_tokens: 200_000,
  request_throughput: 3.935,
  mean_ttft_ms: 81.2,
  mean_tpot_ms: 19.5,
};

describe('measurements', () => {
  it('are results of vllm bench serve: rate, lengths from the totals, latency from its parts', () => {
    const { loads, warnings } = read(JSON.stringify(bench, null, 2));
    expect(loads).toMatchObject([
      {
        load: { arrivals: { ratePerSecond: 4 }, requests: 1000, promptTokens: [512, 512], outputTokens: [200, 200] },
        ttftMeanMs: 81.2,
        e2eMeanMs: 81.2 + 19.5 * 199,
        throughputPerSecond: 3.935,
      },
    ]);
    expect(warnings).toEqual([]);
  });

  it('may be one a line; an infinite rate with a limit is a number of clients', () => {
    const closed = { ...bench, request_rate: Number.POSITIVE_INFINITY, max_concurrency: 32, mean_e2el_ms: 4100 };
    const line = JSON.stringify(closed).replace('"request_rate":null', '"request_rate": Infinity');
    const { loads } = read(`${JSON.stringify(bench)}\n${line}\n`);
    expect(loads.map(({ load }) => load.arrivals)).toEqual([{ ratePerSecond: 4 }, { concurrency: 32 }]);
    expect(loads[1].e2eMeanMs).toBe(4100);
  });

  it('are tables, in any order of columns, with comments', () => {
    const { loads, warnings } = read(
      '# our server\ne2e_mean_ms,rate_per_s,prompt_tokens,output_tokens,gpu\n1200,2,500,100,h100\n1500,8,500,100,h100\n',
    );
    expect(loads.map(({ e2eMeanMs, place }) => [e2eMeanMs, place.line])).toEqual([
      [1200, 3],
      [1500, 4],
    ]);
    expect(warnings).toMatchObject([{ code: 'unread-columns', what: expect.stringContaining('gpu') }]);
  });

  it('and what a server says of itself: blocks of 16 whatever its own are, hits, preemptions', () => {
    const { facts, loads } = read(
      [
        '# HELP vllm:cache_config_info Information of the LLMEngine CacheConfig',
        'vllm:cache_config_info{block_size="32",cache_dtype="auto",num_gpu_blocks="15000"} 1.0',
        'vllm:prefix_cache_queries_total{model_name="a"} 2e+06',
        'vllm:prefix_cache_hits_total{model_name="a"} 500000.0',
        'vllm:num_preemptions_total{model_name="a"} 3.0',
      ].join('\n'),
    );
    expect([facts, loads]).toEqual([{ modelId: 'a', kvBlocks: 30_000, hitRatio: 0.25, preemptions: 3 }, []]);
  });

  it.each([
    ['no table', 'hello\n1\n', 'no-loads', 1],
    ['nothing', '', 'no-loads', 1],
    ['no number', 'rate_per_s,prompt_tokens,output_tokens,e2e_mean_ms\n1,5,5,fast\n', 'bad-value', 2],
    ['a negative rate', 'rate_per_s,prompt_tokens,output_tokens,e2e_mean_ms\n-1,5,5,90\n', 'bad-value', 2],
    ['too few cells', 'rate_per_s,prompt_tokens,output_tokens,e2e_mean_ms\n1,5,5\n', 'ragged-row', 2],
    ['no lengths', 'rate_per_s,e2e_mean_ms\n1,90\n', 'missing-figure', 2],
    ['no load', 'prompt_tokens,output_tokens,e2e_mean_ms\n5,5,90\n', 'missing-figure', 2],
    ['no latency', 'rate_per_s,prompt_tokens,output_tokens\n1,5,5\n', 'missing-figure', 2],
    ['no end', 'rate_per_s,prompt_tokens,output_tokens,e2e_mean_ms,ttft_mean_ms\n1,5,5,90,91\n', 'missing-figure', 2],
    ['answers of one token', 'rate_per_s,prompt_tokens,output_tokens,tpot_mean_ms\n1,5,1,9\n', 'missing-figure', 2],
    ['tokens beyond all', 'rate_per_s,prompt_tokens,output_tokens,e2e_mean_ms\n1,5e12,5,90\n', 'bad-value', 2],
    ['half a document', '{ "request_rate": 4,\n', 'not-json', 1],
    ['a result of zero', JSON.stringify({ ...bench, mean_tpot_ms: 0 }, null, 2), 'bad-value', 14],
  ])('%s is a problem with its line', (_what, text, code, line) => {
    let problems: ProblemError['problems'] = [];
    try {
      read(text);
    } catch (thrown) {
      problems = (thrown as ProblemError).problems;
    }
    expect(problems[0]).toMatchObject({ code, where: { line } });
  });

  it('tells all that is wrong at once, and of arrivals that were not Poisson', () => {
    expect(() => read('rate_per_s,prompt_tokens,output_tokens,e2e_mean_ms\nx,5,5,90\n1,y,5,90\n')).toThrow(
      expect.objectContaining({ problems: [expect.anything(), expect.anything()] }),
    );
    expect(read(JSON.stringify({ ...bench, burstiness: 0.5 })).warnings).toMatchObject([{ code: 'burstiness' }]);
  });
});
