import type { Lint } from '../../platform.js';
import { type TriggerContext } from './context.js';
/** What KEDA passes over in silence, and what it misses. */
export declare function ignoredLints(context: TriggerContext): Lint[];
