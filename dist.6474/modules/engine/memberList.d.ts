import type { Fleet } from '../fleet/fleet.js';
import { type InstanceTable } from '../fleet/instanceTable.js';
import type { InstanceObservation } from '../policy/observation.js';
import type { InstanceUse } from '../telemetry/metricsView.js';
/** One instance of a service as it was at one instant. */
export interface Member extends InstanceUse, Readonly<Omit<InstanceObservation, 'id' | 'metrics'>> {
    readonly launchNumber: number;
}
/** Who is in a fleet: a list for each state of it, shared by the observations of all instants at which nothing changed. */
export declare class MemberList {
    #private;
    constructor(fleet: Fleet, table: InstanceTable);
    /** The list of this instant, which later ones leave as it is. */
    present(): readonly Member[];
}
