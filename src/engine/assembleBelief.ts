import type { FleetListener } from '../fleet/fleetOptions.js';
import type { InstanceTable } from '../fleet/instanceTable.js';
import { Endpoints, type NewsRules } from '../gateway/belief/endpoints.js';
import { ServiceBelief } from '../gateway/belief/serviceBelief.js';
import type { Gateway } from '../gateway/gateway.js';
import type { Calendar } from '../kernel/calendar.js';
import type { Clock } from '../kernel/clock.js';
import { buildDistribution } from '../random/distributions/index.js';
import type { FeatureCounts } from '../record/featureCounts.js';
import type { Scenario } from '../scenario/schema.js';
import type { RunInput } from './runInput.js';
import type { RunStreams } from './runStreams.js';

/** A service, as far as the gateway may be wrong about it. */
interface BelievedService {
  readonly name: string;
  readonly settings: Scenario['services'][string];
  readonly featureCounts: FeatureCounts;
}

interface BeliefParts {
  readonly input: RunInput;
  readonly streams: RunStreams;
  readonly clock: Clock;
  readonly calendar: Calendar;
  readonly table: InstanceTable;
}

/** Whether the gateway may be wrong about a service's instances. A platform that starts one for each request always knows. */
function isBelieved({ settings }: Pick<BelievedService, 'settings'>, { gateway }: Scenario): boolean {
  const isLate = gateway.endpointLag !== undefined || gateway.ejection !== undefined;
  return isLate && settings.scaling.perRequest === undefined;
}

/** What the gateway's errors about a service's instances cost; undefined where it always knows. */
export function serviceBelief(service: BelievedService, scenario: Scenario): ServiceBelief | undefined {
  if (!isBelieved(service, scenario)) return undefined;
  const belief = new ServiceBelief({
    connectSeconds: scenario.gateway.connectTimeout,
    fromSeconds: scenario.warmup,
  });
  service.featureCounts.set('requestsToDead', () => belief.toDeadCount);
  return belief;
}

/** Who is told of what happens to instances: the gateway, at once or by way of what it learns late. */
export function fleetListener(
  parts: BeliefParts,
  services: readonly BelievedService[],
  gateway: Gateway,
): FleetListener {
  const { scenario } = parts.input;
  if (!services.some((service) => isBelieved(service, scenario))) return gateway;
  const rules = services.map((service) => (isBelieved(service, scenario) ? newsRules(service, parts) : undefined));
  return new Endpoints({ ...parts, instances: parts.table, gateway, rules });
}

function newsRules({ name }: BelievedService, { input, streams }: BeliefParts): NewsRules {
  const { endpointLag } = input.scenario.gateway;
  const lag = endpointLag && buildDistribution(endpointLag);
  const stream = streams.openIndexed(`service ${name}`, 'endpoint lag');
  return {
    tellsLosses: input.scenario.gateway.ejection === undefined,
    lagSecondsOf: (launchNumber, kind, repeat) => {
      if (lag === undefined) return 0;
      stream.seek(launchNumber, kind + 3 * repeat);
      return lag.sample(stream);
    },
  };
}
