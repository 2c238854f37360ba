import { builderOf, settingsOf } from '../../../base/variant.js';
import type { Guard } from '../guard.js';
import type { GuardContext } from '../guardContext.js';
import { codel } from './codel.js';
import { concurrency } from './concurrency.js';
import { priority } from './priority.js';

/** Every way to admit. */
const admissions = [codel, concurrency, priority] as const;
export const admissionSettings = settingsOf(admissions, { what: 'way to admit' });
export const buildAdmission = builderOf<GuardContext, Guard>(admissions);
