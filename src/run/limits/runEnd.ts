import { ColumnsFull } from '../../kernel/columns.js';
import { PolicyFault } from '../../policy/policy.js';
import type { DecisionEntry } from '../../record/decisionLog.js';
import { countText, sizeText } from './amounts.js';
import { bytesOf } from './bytesOf.js';

/** Kinds of failures by limits: the policy's own doing, or that of the scenario it ran in. */
export const limitKinds = { policy: 'limit', run: 'run-limit' } as const;

/** What a run held when it ended. */
export interface Held {
  readonly timeSeconds: number;
  /** Arrived and not answered yet. */
  readonly requestCount: number;
  /** Most rows that requests had at once, with the tries that nobody waits for. */
  readonly rowCount: number;
  readonly instances: readonly { readonly service: string; readonly count: number; readonly hasPolicy: boolean }[];
}

/**
 * A run that filled its memory, as a failure of its own: the other candidates go on.
 *
 * A policy is to blame where the instances that it asked for fill it, and never for requests: those are the scenario's.
 */
export function endOfRun(thrown: unknown, memoryBytes: number, held: () => Held): unknown {
  if (!(thrown instanceof ColumnsFull)) return thrown;
  const { timeSeconds, requestCount, rowCount, instances } = held();
  const limit = `its limit of ${sizeText(memoryBytes)} of memory at virtual time ${seconds(timeSeconds)}`;
  const [largest] = [...instances].sort((a, b) => b.count - a.count);
  const raise = `or raise the limit: --max-memory ${sizeText(2 * memoryBytes)}`;
  if (largest !== undefined && largest.count * 4 > Math.max(requestCount, rowCount)) {
    const grew = `the run reached ${limit}, with ${countText(largest.count)} instances of ${largest.service}`;
    const kind = largest.hasPolicy ? limitKinds.policy : limitKinds.run;
    return new PolicyFault(`${grew}. Lower scaling.max, ${raise}.`, { kind, timeSeconds });
  }
  const orphans =
    rowCount > 2 * requestCount ? ` and ${countText(rowCount - requestCount)} tries that nobody waits for` : '';
  const grew = `the run reached ${limit}, with ${countText(requestCount)} requests in progress${orphans}`;
  const fix = `Requests arrive faster than they end. Bound the queue, the timeout or the retries, ${raise}.`;
  return new PolicyFault(`${grew}. ${fix}`, { kind: limitKinds.run, timeSeconds });
}

/** To the millisecond. */
const seconds = (value: number) => `${Number(value.toFixed(3))} s`;

/** A policy that asked for more instances than there is memory for, and got them. */
export function tooManyInstances(service: string, { applied, timeSeconds }: DecisionEntry, memoryBytes: number) {
  const needed = sizeText(applied * bytesOf.instance);
  const what = `it asked for ${countText(applied)} instances of ${service} at virtual time ${seconds(timeSeconds)}, which need ${needed} of memory`;
  const limit = `the limit is ${sizeText(memoryBytes)}, about ${countText(Math.floor(memoryBytes / bytesOf.instance))} instances`;
  const fix = `Lower scaling.max, or raise the limit: --max-memory ${needed}.`;
  return new PolicyFault(`${what}; ${limit}. ${fix}`, { kind: limitKinds.policy, timeSeconds });
}
