import { type ProbeKind, Probes } from '../gateway/checks/probes.js';
import type { Gateway } from '../gateway/gateway.js';
import { addCount } from '../record/featureCounts.js';
import { gatewayOf } from '../scenario/gatewayOf.js';
import type { AssembledService } from './assembleService.js';
import type { Core } from './core.js';

/** Draws of one launch, in their stream. */
const drawNumber: Readonly<Record<ProbeKind, number>> = { readiness: 0, liveness: 1, startup: 2 };

/** Who probes the processes of the services that have probes. */
export function assembleProbes(core: Core, services: readonly AssembledService[], { checks }: Gateway): void {
  const { input, streams, clock } = core;
  const { warmup } = input.scenario;
  for (const { name, settings, fleet, fleetLog, featureCounts } of services) {
    const { probes } = settings.instance;
    if (probes === undefined || checks === undefined) continue;
    const stream = streams.openIndexed(`service ${name}`, 'probe');
    let count = 0;
    addCount(featureCounts, 'healthChecks', () => count);
    if (probes.liveness !== undefined || probes.startup !== undefined)
      featureCounts.set('restarts', () => fleetLog.restarts.total());
    fleet.probedBy(
      new Probes({
        ...core,
        settings: probes,
        connectSeconds: gatewayOf(input.scenario, name).connectTimeout ?? 0,
        instances: core.table,
        checks,
        fleet,
        phaseOf: (launchNumber, kind) => {
          stream.seek(launchNumber, drawNumber[kind]);
          return stream.uniform();
        },
        began: () => {
          if (clock.nowSeconds >= warmup) count++;
        },
      }),
    );
  }
}
