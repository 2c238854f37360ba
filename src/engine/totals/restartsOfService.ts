import type { Restarts } from '../../results/restarts.js';
import type { AssembledService } from '../assembleService.js';

/** What began again in place at a service, as the document has it. */
export function restartsOfService({ fleetLog }: Pick<AssembledService, 'fleetLog'>): Restarts[] {
  return fleetLog.restarts
    .list()
    .map(({ reason, state, count, backOffSeconds }) => ({ by: reason, state, count, back_off_s: backOffSeconds }));
}
