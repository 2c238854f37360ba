import { variantOf } from '../../base/variant.js';
import type { Guard } from './guard.js';
import type { GuardContext } from './guardContext.js';

/** A way to shed requests before they fail anyway. */
export const admissionOf = variantOf<GuardContext, Guard>();
