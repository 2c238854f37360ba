/** A measure of model servers, as tables name it. */
interface TokenFigure {
  readonly head: string;
  readonly measure: string;
  /** Second line of its head, where the table has room. */
  readonly note: string;
}

/** What tables of model servers show, the most telling first. */
export const tokenFigures: readonly TokenFigure[] = [
  { head: 'TTFT p95', measure: 'ttft_p95_ms', note: 'first token' },
  { head: 'ITL p95', measure: 'itl_p95_ms', note: 'between tokens' },
  { head: 'tokens/s', measure: 'tokens_per_second', note: 'output' },
  { head: 'KV peak', measure: 'kv_peak_ratio', note: 'fullest server' },
  { head: 'preempted', measure: 'preemptions', note: 'in the run' },
  { head: 'prefix hits', measure: 'prefix_hit_ratio', note: 'of prompt tokens' },
  { head: '$/M tokens', measure: 'cost_per_million_output_tokens_usd', note: 'output' },
];
