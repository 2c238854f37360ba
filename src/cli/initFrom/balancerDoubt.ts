import { type BacktestRequest, backtest } from '../../backtest/backtest.js';
import type { RunOptions } from '../../backtest/runSeeds.js';
import { balancerSettings } from '../../gateway/balancers/index.js';
import { measureRule } from '../../report/backtest/backtestWords.js';
import { listOf } from '../../report/format.js';
import type { BacktestResult } from '../../results/backtestResult.js';

/** Who sends requests elsewhere than a draft assumes: proxies take turns, or count what is inside. */
const others = ['round-robin', 'least-requests'] as const;

const latencyMisses = ({ backtest: rows }: BacktestResult) =>
  rows.filter(({ measure, ok }) => /^latency_/.test(measure) && ok === false).map(({ measure }) => measure);

/**
 * Why latencies of a draft miss the recorded ones, as far as that is the balancer: no file names it, and it decides how long requests wait.
 *
 * @returns a sentence; none where the latencies are believable, or another balancer comes no nearer
 * @throws ProblemError, BacktestFailure
 */
export async function balancerDoubt(
  request: BacktestRequest,
  result: BacktestResult,
  running: RunOptions,
): Promise<string | undefined> {
  const missed = latencyMisses(result);
  const { scenario } = request;
  if (missed.length === 0) return undefined;
  const assumed = scenario.gateway.balancer.variant;
  let best: { readonly name: string; readonly left: typeof missed } = { name: assumed, left: missed };
  for (const name of others) {
    if (name === assumed || best.left.length === 0) continue;
    const gateway = { ...scenario.gateway, balancer: balancerSettings.parse(name) };
    const left = latencyMisses(await backtest({ ...request, scenario: { ...scenario, gateway } }, running));
    if (left.length < best.left.length) best = { name, left };
  }
  if (best.name === assumed) return undefined;
  const mended = missed.filter((measure) => !best.left.includes(measure));
  return `No file says how requests are spread over instances, ${assumed} is assumed: with gateway.balancer: ${best.name} ${listOf(mended.map((measure) => measureRule(measure).words))} would be believable`;
}
