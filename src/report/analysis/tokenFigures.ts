import type { ScenarioResult } from '../../results/results.js';

/** A measure of model servers or of sessions, as tables name it. */
export interface TokenFigure {
  readonly head: string;
  readonly measure: string;
  /** Second line of its head, where the table has room. */
  readonly note: string;
  /** Left out of the terminal where it is 0 for all. */
  readonly isQuiet?: boolean;
}

const figures: readonly TokenFigure[] = [
  { head: 'TTFT p95', measure: 'ttft_p95_ms', note: 'first token' },
  { head: 'quality', measure: 'quality', note: 'right answers' },
  { head: 'ITL p95', measure: 'itl_p95_ms', note: 'between tokens' },
  { head: 'goodput/s', measure: 'goodput_per_second', note: 'all limits met' },
  { head: 'tokens/s', measure: 'tokens_per_second', note: 'output' },
  { head: 'KV peak', measure: 'kv_peak_ratio', note: 'fullest server' },
  { head: 'preempted', measure: 'preemptions', note: 'in the run' },
  { head: 'prefix hits', measure: 'prefix_hit_ratio', note: 'of prompt tokens' },
  { head: 'prefix lost', measure: 'prefix_tokens_lost', note: 'tokens, with servers', isQuiet: true },
  { head: 'cached', measure: 'requests_cached', note: 'answered by the cache', isQuiet: true },
  { head: 'wrong', measure: 'answers_wrong_cached', note: 'of those', isQuiet: true },
  { head: '$/M tokens', measure: 'cost_per_million_output_tokens_usd', note: 'output' },
  { head: '$/right', measure: 'cost_per_right_answer_usd', note: 'answer' },
];

/** What tables of model servers show, the most telling first; goodput where it takes more than a latency. */
export function tokenFiguresOf({ slo }: Pick<ScenarioResult, 'slo'>): readonly TokenFigure[] {
  const hasLimits = slo?.ttft_s !== undefined || slo?.itl_s !== undefined;
  return hasLimits ? figures : figures.filter(({ measure }) => measure !== 'goodput_per_second');
}
