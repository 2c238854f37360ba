import type { ManifestOptions } from '../../platform.js';
import type { Alarm } from '../model.js';
import { type Amount } from '../openValue.js';
import { Findings } from './findings.js';
import type { Resource } from './resource.js';
/** An alarm, and the policies that it calls. */
export interface CallingAlarm {
    readonly alarm: Alarm<Amount> | undefined;
    readonly calls: readonly Resource[];
}
interface AlarmsContext {
    readonly policies: readonly Resource[];
    readonly options: ManifestOptions;
    /** Where to note what concerns a policy. */
    findingsOf(policy: Resource): Findings;
    /** For what concerns no policy. */
    readonly shared: Findings;
}
/** Alarms of a document that call policies of it; the others are named in one warning, for they may be for people. */
export declare function readAlarms(resources: readonly Resource[], context: AlarmsContext): CallingAlarm[];
/** Names of the alarms that the describe commands list with a policy. */
export declare function listedAlarms({ value }: Resource): string[];
export {};
