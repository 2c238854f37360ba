import { z } from 'zod';
import type { EndFault, FaultWorld } from '../fault.js';
import { apiOutage } from './apiOutage.js';
import { crash } from './crash.js';
import { errors } from './errors.js';
import { metricsOutage } from './metricsOutage.js';
import { pause } from './pause.js';
import { rollingUpdate } from './rollingUpdate.js';
import { slow } from './slow.js';
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
] as const;

/** One fault of a scenario; `kind` says which. */
export const faultSchema = z.discriminatedUnion('kind', [
  crash.schema,
  pause.schema,
  zoneOutage.schema,
  slow.schema,
  errors.schema,
  startupFailure.schema,
  metricsOutage.schema,
  apiOutage.schema,
  rollingUpdate.schema,
]);

export type FaultSettings = z.output<typeof faultSchema>;

/** Begins a fault of a scenario now. */
export function beginFault(settings: FaultSettings, world: FaultWorld): EndFault {
  const kind = faultKinds.find(({ name }) => name === settings.kind);
  // safe: the settings were parsed by the schema of the very kind they name.
  return (kind as { begin(settings: FaultSettings, world: FaultWorld): EndFault } | undefined)?.begin(settings, world);
}
