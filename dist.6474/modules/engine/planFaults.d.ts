import { type FaultEvent } from '../faults/schedule.js';
import type { Assembly } from './assemble.js';
/** Plans the faults of the scenario; the list fills as they happen. */
export declare function planFaults(assembly: Assembly): FaultEvent[];
