import type { ServerFacts } from './measuredLoad.js';
import { tokenLengths } from './tokenLengths.js';

/** Whether a text is what a vLLM server answers at /metrics. */
export function isMetricsDump(text: string): boolean {
  return /^(# (HELP|TYPE) )?vllm:/m.test(text);
}

/**
 * What a server says of itself at /metrics: its KV blocks, what its prefix cache found, whether memory ran out, how long
 * prompts and answers were.
 *
 * Its histograms count from the start of the server without saying how long that is ago: they tell no load.
 */
export function readMetricsDump(text: string): ServerFacts {
  const [, blocks] = /^vllm:cache_config_info\{[^}]*num_gpu_blocks="(\d+)"/m.exec(text) ?? [];
  const [, size = '16'] = /^vllm:cache_config_info\{[^}]*block_size="(\d+)"/m.exec(text) ?? [];
  const total = (name: string) => {
    const found = [...text.matchAll(new RegExp(`^vllm:${name}(?:_total)?(?:\\{[^}]*\\})? ([\\d.e+]+)`, 'gm'))];
    return found.length === 0 ? undefined : found.reduce((sum, [, value]) => sum + Number(value), 0);
  };
  const queries = total('prefix_cache_queries');
  const hits = total('prefix_cache_hits');
  const preemptions = total('num_preemptions');
  const [, modelId] = /^vllm:[a-z_]+\{[^}]*model_name="([^"]+)"/m.exec(text) ?? [];
  const promptTokens = tokenLengths(text, 'request_prompt_tokens');
  const outputTokens = tokenLengths(text, 'request_generation_tokens');
  return {
    ...(modelId === undefined ? {} : { modelId }),
    ...(promptTokens === undefined ? {} : { promptTokens }),
    ...(outputTokens === undefined ? {} : { outputTokens }),
    ...(blocks === undefined ? {} : { kvBlocks: Math.floor((Number(blocks) * Number(size)) / 16) }),
    ...(queries === undefined || hits === undefined || queries === 0 ? {} : { hitRatio: hits / queries }),
    ...(preemptions === undefined ? {} : { preemptions }),
  };
}
