import type { CostParts } from '../../results/runTotals.js';
import type { AssembledService } from '../assemble.js';
import type { ServiceWork } from './serviceWork.js';
/** What a service is billed for the span. */
export interface ServiceBill {
    readonly billedSeconds: number;
    readonly costUsd: number;
    readonly wastedUsd: number;
    readonly parts: CostParts;
}
type Billed = Pick<AssembledService, 'fleetLog' | 'settings'>;
/** By the lives of its instances; with `perRequest: { bill: duration }` by what requests took. */
export declare function serviceBill(service: Billed, work: ServiceWork): ServiceBill;
/** How a service that scales per request is billed, in words. */
export declare function billNote({ name, settings }: Pick<AssembledService, 'name' | 'settings'>): string[];
export {};
