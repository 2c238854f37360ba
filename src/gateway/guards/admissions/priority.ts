import { z } from 'zod';
import { admissionOf } from '../admissionVariant.js';
import * as verdict from '../verdict.js';

/** Sheds classes of low priority while the slots are nearly taken. */
export const priority = admissionOf({
  name: 'priority',
  summary: 'sheds classes of low priority while tries under way / slots of ready instances is above a limit',
  schema: z
    .strictObject({
      shedBelow: z.int().default(1).meta({ description: 'Classes with a lower priority are shed' }),
      above: z.number().min(0).default(0.9).meta({ description: 'Tries under way / slots of ready instances' }),
    })
    .prefault({}),
  build: ({ shedBelow, above }, { load, priorities, readySlotCount }) => ({
    check(row) {
      if (priorities.of(row) >= shedBelow) return verdict.go;
      return load.count > above * readySlotCount() ? verdict.shed : verdict.go;
    },
  }),
});
