import { z } from 'zod';
import type { EndFault, FaultWorld } from '../fault.js';
import { notBuiltText } from '../notBuilt.js';
import { apiOutage } from './apiOutage.js';
import { blackHole } from './blackHole.js';
import { crash } from './crash.js';
import { errors } from './errors.js';
import { metricsOutage } from './metricsOutage.js';
import { pause } from './pause.js';
import { rollingUpdate } from './rollingUpdate.js';
import { slow } from './slow.js';
import { stall } from './stall.js';
import { startupFailure } from './startupFailure.js';
import { zoneOutage } from './zoneOutage.js';

/** Every kind of fault. */
export const faultKinds = [
  crash,
  pause,
  zoneOutage,
  slow,
  errors,
  startupFailure,
  metricsOutage,
  apiOutage,
  rollingUpdate,
  blackHole,
  stall,
] as const;

/** One fault of a scenario; `kind` says which. */
export const faultSchema = z.discriminatedUnion(
  'kind',
  [
    crash.schema,
    pause.schema,
    zoneOutage.schema,
    slow.schema,
    errors.schema,
    startupFailure.schema,
    metricsOutage.schema,
    apiOutage.schema,
    rollingUpdate.schema,
    blackHole.schema,
    stall.schema,
  ],
  // safe: what was given is whatever the file says.
  { error: ({ input }) => notBuiltText((input as { readonly kind?: unknown } | undefined)?.kind) },
);

export type FaultSettings = z.output<typeof faultSchema>;

/** Whether any of the faults makes answers errors. */
export function makesErrors(faults: readonly FaultSettings[]): boolean {
  const kinds: readonly { readonly name: string; readonly makesErrors?: true }[] = faultKinds;
  return faults.some(({ kind }) => kinds.find(({ name }) => name === kind)?.makesErrors);
}

/** Begins a fault of a scenario now. */
export function beginFault(settings: FaultSettings, world: FaultWorld): EndFault {
  const kind = faultKinds.find(({ name }) => name === settings.kind);
  // safe: the settings were parsed by the schema of the very kind they name.
  return (kind as { begin(settings: FaultSettings, world: FaultWorld): EndFault } | undefined)?.begin(settings, world);
}
