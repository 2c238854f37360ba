import { z } from 'zod';
import { suggestion } from '../../base/nearest.js';
import type { EndFault, FaultWorld } from '../fault.js';
import { notBuiltText } from '../notBuilt.js';
import { apiOutage } from './apiOutage.js';
import { blackHole } from './blackHole.js';
import { crash } from './crash.js';
import { errors } from './errors.js';
import { leak } from './leak.js';
import { metricsOutage } from './metricsOutage.js';
import { pause } from './pause.js';
import { rollingUpdate } from './rollingUpdate.js';
import { slow } from './slow.js';
import { spotReclaim } from './spotReclaim.js';
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
  spotReclaim,
  blackHole,
  stall,
  leak,
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
    spotReclaim.schema,
    blackHole.schema,
    stall.schema,
    leak.schema,
  ],
  // safe: what was given is whatever the file says.
  { error: ({ input }) => unknownKindText((input as { readonly kind?: unknown } | undefined)?.kind) },
);

/** Three lines for the name of no kind; undefined for what is no name. */
function unknownKindText(kind: unknown): string | undefined {
  if (typeof kind !== 'string') return undefined;
  const names = faultKinds.map(({ name }) => name);
  const unknown = `"${kind}" is not a kind of fault\nOnly the ones listed here are built in.\n${suggestion(kind, names)}`;
  return notBuiltText(kind) ?? unknown;
}

export type FaultSettings = z.output<typeof faultSchema>;

interface AnyKind {
  readonly name: string;
  readonly makesErrors?: true;
  takesSeconds?(settings: FaultSettings): number;
  begin(settings: FaultSettings, world: FaultWorld): EndFault;
}

function kindOf(settings: FaultSettings): AnyKind | undefined {
  // safe: the settings were parsed by the schema of the very kind they name.
  return faultKinds.find(({ name }) => name === settings.kind) as AnyKind | undefined;
}

/** Whether any of the faults makes answers errors. */
export function makesErrors(faults: readonly FaultSettings[]): boolean {
  return faults.some((settings) => kindOf(settings)?.makesErrors);
}

/** How long a fault takes that has no `for`; 0 for one that is over at once. */
export function ownSeconds(settings: FaultSettings): number {
  return kindOf(settings)?.takesSeconds?.(settings) ?? 0;
}

/** Begins a fault of a scenario now. */
export function beginFault(settings: FaultSettings, world: FaultWorld): EndFault {
  return kindOf(settings)?.begin(settings, world);
}
