import type { ServiceRecord } from '../results/serviceRecord.js';
import type { Assembly } from './assemble.js';
/** Plans the edges of every grid: the processor time of a bin is the difference between two of them. */
export declare function planRecording({ input, services, calendar, recording }: Assembly): void;
/** What the recorder of a finished run has. */
export declare function recordOf({ services, recording, input: { record } }: Assembly): ServiceRecord | undefined;
