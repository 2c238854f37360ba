import type { BacktestRequest } from '../../backtest/backtest.js';
import type { Stretch } from '../../backtest/stretch.js';
import type { PlannedComparison } from '../../run/plan.js';
import { defaultRunCount, type Options } from '../options.js';
import { usageError } from '../usageError.js';
import type { ActualRecording } from './actualRecording.js';
import { align } from './alignment.js';
import { stretchesOf } from './stretches.js';

/** What is done again, of a comparison of one policy; `fitted` is the part that free numbers are fitted on. @throws ProblemError */
export function requestOf(
  comparison: PlannedComparison,
  actual: ActualRecording,
  options: Options,
): { readonly request: BacktestRequest; readonly fitted: Stretch | undefined; readonly warnings: readonly string[] } {
  const { scenario, folder, contextLock, candidates } = comparison;
  if (candidates.length > 1) throw onePolicy(candidates.map(({ name }) => name));
  const [candidate] = candidates;
  const service = serviceOf(Object.keys(scenario.services), Object.keys(candidate.bindings));
  const { traffic, span, warnings } = align(actual, scenario, folder);
  const { judged: stretch, fitted } = stretchesOf(span, options);
  const request = {
    scenario,
    folder,
    contextLock,
    candidate,
    service,
    recording: actual.recording,
    traffic,
    stretch,
    recordedFromSeconds: span.fromSeconds,
    runCount: options.runs ?? defaultRunCount,
  };
  return { request, fitted, warnings };
}

/** A recording is of one service. */
function serviceOf(services: readonly string[], bound: readonly string[]): string {
  const [only] = services.length === 1 ? services : bound.filter((name) => name !== '*');
  if (only !== undefined) return only;
  throw usageError({
    code: 'which-service',
    what: `the scenario has ${services.length} services: ${services.join(', ')}`,
    why: 'A recording is of one of them.',
    fix: `bind the policy to it: --policy ${services[0]}=FILE.`,
  });
}

function onePolicy(names: readonly string[]): Error {
  return usageError({
    code: 'too-many-policies',
    what: `backtest got ${names.length} policies: ${names.join(', ')}`,
    why: 'It replays the one setting that ran.',
    fix: 'name it: --policy FILE.',
  });
}
