import { z } from 'zod';
import { killedStates } from '../record/restartCounts.js';
import { restartReasons } from '../record/runEvents.js';

/** Restarts in place of one kind: what killed, and what the process did until then. */
export const restartsSchema = z.object({
  by: z.enum(restartReasons),
  state: z.enum(killedStates),
  count: z.number(),
  /** The longest wait before one of them began. */
  back_off_s: z.number(),
});

export type Restarts = z.output<typeof restartsSchema>;

export interface ServiceRestarts extends Restarts {
  readonly service: string;
}

/** `the liveness probe restarted instances 119 × before they had answered, the back-off up to 160 s` */
export function restartsText({ by, state, count, back_off_s }: Restarts, each = ''): string {
  const who = by === 'oom-kill' ? 'the kernel' : `the ${by} probe`;
  const backOff = back_off_s === 0 ? '' : `, the back-off up to ${Math.round(back_off_s)} s`;
  return `${who} restarted instances ${Number(count.toPrecision(3))} ×${each} ${whenText(by, state)}${backOff}`;
}

/** What ends such restarts; undefined where they are what mends. */
export function restartsFix({ by, state }: Restarts): string | undefined {
  if (by === 'oom-kill') return 'raise memory, or mend the leak';
  if (state === 'struck') return undefined;
  if (state === 'working') return `raise timeout or failure of the ${by} probe`;
  return by === 'startup'
    ? 'raise failure or period of the startup probe'
    : 'add a startup probe, or raise initialDelay';
}

function whenText(by: Restarts['by'], state: Restarts['state']): string {
  if (by === 'oom-kill') return 'for want of memory';
  if (state === 'starting') return 'before they had answered';
  return state === 'struck' ? 'that a fault kept from answering' : 'whose answers took too long';
}

/** One sentence for each service and kind: restarts a run on average, and what ends them. */
export function restartFindings(runs: readonly (readonly ServiceRestarts[])[], serviceCount: number): string[] {
  const kinds = new Map<string, ServiceRestarts>();
  for (const one of runs.flat()) {
    const key = JSON.stringify([one.service, one.by, one.state]);
    const known = kinds.get(key) ?? { ...one, count: 0 };
    const count = known.count + one.count / runs.length;
    kinds.set(key, { ...known, count, back_off_s: Math.max(known.back_off_s, one.back_off_s) });
  }
  return [...kinds.values()].map((one) => {
    const fix = restartsFix(one);
    const who = serviceCount > 1 ? `${one.service}: ` : '';
    return `${who}${restartsText(one, runs.length > 1 ? ' a run' : '')}${fix === undefined ? '' : `: ${fix}`}`;
  });
}
