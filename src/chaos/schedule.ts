import { type FaultSettings, faultSchema } from '../faults/kinds/index.js';
import type { Scenario } from '../scenario/schema.js';
import type { DrawableKind } from './drawnKinds.js';

/** One fault that was drawn. */
export interface DrawnFault {
  readonly kind: DrawableKind;
  readonly atSeconds: number;
  /** Named in the file only where there are several. */
  readonly service: string | undefined;
  /** Of the file's keys that only differ. */
  readonly choices: Readonly<Record<string, number | string>>;
  /** Of the file's keys that grow: places in their lists. */
  readonly sizes: Readonly<Record<string, number>>;
}

/** Faults of one run, in the order in which they stand in the file. */
export type Schedule = readonly DrawnFault[];

/** A fault as the file has it. */
export type FaultInput = Readonly<Record<string, number | string>>;

/** The fault in the file's words; what is the default stays out. */
export function inputOf({ kind, atSeconds, service, choices, sizes }: DrawnFault): FaultInput {
  return {
    kind: kind.name,
    ...(service === undefined ? {} : { service }),
    at: instantText(atSeconds),
    ...Object.fromEntries(Object.entries(sizes).map(([key, place]) => [key, kind.sizes[key][place]])),
    ...Object.fromEntries(Object.entries(choices).filter(([, value]) => value !== 'server')),
  };
}

/** `16m51s`, as people write whole seconds. */
function instantText(seconds: number): string {
  const parts = [
    [Math.floor(seconds / 3600), 'h'],
    [Math.floor(seconds / 60) % 60, 'm'],
    [seconds % 60, 's'],
  ] as const;
  const text = parts.map(([count, unit]) => (count === 0 ? '' : `${count}${unit}`)).join('');
  return text === '' ? '0s' : text;
}

/** The scenario with a schedule after the faults that it has: those keep their places, and so their draws. */
export function withSchedule(scenario: Scenario, schedule: Schedule): Scenario {
  const drawn = schedule.map((fault): FaultSettings => faultSchema.parse(inputOf(fault)));
  return { ...scenario, faults: [...scenario.faults, ...drawn] };
}

/** A text that tells schedules apart. */
export function scheduleKey(schedule: Schedule): string {
  return JSON.stringify(schedule.map(inputOf));
}
