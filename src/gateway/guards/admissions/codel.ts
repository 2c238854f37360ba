import { z } from 'zod';
import { durationSchema } from '../../../base/duration.js';
import * as double from '../../../traffic/double.js';
import { admissionOf } from '../admissionVariant.js';
import * as verdict from '../verdict.js';
import { CodelState } from './codelState.js';

/** Sheds from the central queue once the least wait of an interval was too long. */
export const codel = admissionOf({
  name: 'codel',
  summary: 'sheds requests from the central queue when even the shortest wait of an interval was above the target',
  schema: z
    .strictObject({
      target: durationSchema({ sign: 'positive' }).prefault('5ms'),
      interval: durationSchema({ sign: 'positive' }).prefault('100ms'),
    })
    .prefault({}),
  build: ({ target, interval }, { clock, requests, waitingCount }) => {
    const state = new CodelState({ targetSeconds: target, intervalSeconds: interval });
    return {
      begins(row) {
        const now = clock.nowSeconds;
        const waitedSeconds = now - requests.doubles[(row << 4) | double.tried];
        return state.drops(now, waitedSeconds, waitingCount()) ? verdict.shed : verdict.go;
      },
    };
  },
});
