import { z } from 'zod';
import { admissionOf } from '../admissionVariant.js';
import * as verdict from '../verdict.js';

/** Sheds what exceeds a number of tries under way. */
export const concurrency = admissionOf({
  name: 'concurrency',
  summary: 'sheds tries beyond so many under way to the service, those that wait included',
  schema: z.int().min(1),
  build: (most, { load }) => ({ check: () => (load.count >= most ? verdict.shed : verdict.go) }),
});
