import type { CostParts } from '../../results/runTotals.js';
import type { AssembledService } from '../assemble.js';
import type { ServiceWork } from './serviceWork.js';
/** What a service's cost was paid for. */
export declare function costPartsOf({ fleetLog, settings }: Pick<AssembledService, 'fleetLog' | 'settings'>, { requestSeconds, capacitySeconds }: Pick<ServiceWork, 'requestSeconds' | 'capacitySeconds'>): CostParts;
/** The parts of several services, each by its own price. */
export declare function sumCostParts(parts: readonly CostParts[]): CostParts;
