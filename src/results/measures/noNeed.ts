import type { Missing } from '../measure.js';

/** Why measures against the demand curve have no value. */
export const noNeed: Missing = {
  missing: 'the need is not known in advance: a closed loop, or a trace of single requests',
};
