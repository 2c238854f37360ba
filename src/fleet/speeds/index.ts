import type { z } from 'zod';
import { builderOf, type ChoiceInput, type Chosen, settingsOf } from '../../base/variant.js';
import type { Speed } from '../speed.js';
import { table } from './table.js';
import { usl } from './usl.js';

/** Every way to give an instance's speed. */
export const speeds = [usl, table] as const;

/** What a file may say: `{ usl: ... }`, `{ table: ... }`, or the table's points alone. */
export type SpeedInput = ChoiceInput<typeof speeds> | Readonly<Record<string, number>>;

const choice = settingsOf(speeds, {
  what: 'speed',
  bareMap: {
    name: 'table',
    recognises: (value) => Object.keys(value).length > 0 && Object.keys(value).every((key) => /^\d+$/.test(key)),
  },
});
export const speedSettings: z.ZodCodec<
  z.ZodCustom<SpeedInput, SpeedInput>,
  z.ZodCustom<Chosen<typeof speeds>, Chosen<typeof speeds>>
  // safe: the bare table is legal, which the list of variants alone cannot say.
> = choice as unknown as typeof speedSettings;
export const buildSpeed = builderOf<{ readonly vcpus: number }, Speed>(speeds);
