import type { FleetListener } from '../fleet/fleetOptions.js';
import type { InstanceTable } from '../fleet/instanceTable.js';
import { findLosses } from '../fleet/probeSettings.js';
import { Endpoints, type NewsRules } from '../gateway/belief/endpoints.js';
import { HealthCheck } from '../gateway/belief/healthCheck.js';
import { ServiceBelief } from '../gateway/belief/serviceBelief.js';
import type { Gateway } from '../gateway/gateway.js';
import type { Rotation } from '../gateway/rotation.js';
import type { ServiceRuntime } from '../gateway/serviceRuntime.js';
import type { GatewaySettings } from '../gateway/settings.js';
import type { Calendar } from '../kernel/calendar.js';
import type { Clock } from '../kernel/clock.js';
import { buildDistribution } from '../random/distributions/index.js';
import { addCount, type FeatureCounts } from '../record/featureCounts.js';
import type { Scenario } from '../scenario/schema.js';
import type { RunInput } from './runInput.js';
import type { RunStreams } from './runStreams.js';

/** A service, as far as the gateway may be wrong about it. */
interface BelievedService {
  readonly name: string;
  readonly settings: Scenario['services'][string];
  /** As it holds for the service. */
  readonly gateway: GatewaySettings;
  readonly featureCounts: FeatureCounts;
}

interface BeliefParts {
  readonly input: RunInput;
  readonly streams: RunStreams;
  readonly clock: Clock;
  readonly calendar: Calendar;
  readonly table: InstanceTable;
  readonly runtimes: readonly ServiceRuntime[];
}

/** Whether the gateway may be wrong about a service's instances. A platform that starts one for each request always knows. */
function isBelieved({ settings, gateway }: Pick<BelievedService, 'settings' | 'gateway'>): boolean {
  const { endpointLag, ejection, healthCheck } = gateway;
  const isLate = endpointLag !== undefined || ejection !== undefined || healthCheck !== undefined;
  return (isLate || findLosses(settings.instance.probes)) && settings.scaling.perRequest === undefined;
}

/** Below this share in rotation what is believed of health is ignored; Envoy's half where something judges instances. */
export function panicRatio(gateway: GatewaySettings): number {
  const isJudged = gateway.healthCheck !== undefined || gateway.ejection !== undefined;
  return gateway.panic ?? (isJudged ? 0.5 : 0);
}

/** What the gateway's errors about a service's instances cost; undefined where it always knows. */
export function serviceBelief(service: BelievedService, fromSeconds: number): ServiceBelief | undefined {
  if (!isBelieved(service)) return undefined;
  const belief = new ServiceBelief({ connectSeconds: service.gateway.connectTimeout, fromSeconds });
  service.featureCounts.set('requestsToDead', () => belief.toDeadCount);
  return belief;
}

/** Who is told of what happens to instances: the gateway, at once or by way of what it learns late. */
export function fleetListener(
  parts: BeliefParts,
  services: readonly BelievedService[],
  gateway: Gateway,
): FleetListener {
  if (!services.some(isBelieved)) return gateway;
  const rules = services.map((service, index) => {
    if (!isBelieved(service)) return undefined;
    const found = (instance: number) => endpoints.found(instance);
    const healthCheck = healthCheckOf({ service, parts, gateway, rotation: parts.runtimes[index].rotation, found });
    return {
      ...newsRules(service, parts),
      healthCheck,
      tellsLosses:
        healthCheck === undefined &&
        service.gateway.ejection === undefined &&
        !findLosses(service.settings.instance.probes),
    };
  });
  const endpoints: Endpoints = new Endpoints({ ...parts, instances: parts.table, gateway, rules });
  return endpoints;
}

interface CheckedService {
  readonly service: BelievedService;
  readonly parts: BeliefParts;
  readonly gateway: Gateway;
  readonly rotation: Rotation;
  found(instance: number): void;
}

function healthCheckOf({ service, parts, gateway, rotation, found }: CheckedService): HealthCheck | undefined {
  const { input, streams, clock, table } = parts;
  const { healthCheck: settings, connectTimeout = 0 } = service.gateway;
  const { checks } = gateway;
  if (settings === undefined || checks === undefined) return undefined;
  const stream = streams.openIndexed(`service ${service.name}`, 'check');
  let count = 0;
  addCount(service.featureCounts, 'healthChecks', () => count);
  return new HealthCheck({
    settings,
    connectSeconds: connectTimeout,
    clock,
    instances: table,
    checks,
    rotation,
    putBack: (instance, reason) => gateway.putBack(instance, reason),
    phaseOf: (launchNumber) => {
      stream.seek(launchNumber, 0);
      return stream.uniform();
    },
    began: () => {
      if (clock.nowSeconds >= input.scenario.warmup) count++;
    },
    found,
  });
}

function newsRules(
  { name, gateway: { endpointLag } }: BelievedService,
  { streams }: BeliefParts,
): Pick<NewsRules, 'lagSecondsOf'> {
  const lag = endpointLag && buildDistribution(endpointLag);
  const stream = streams.openIndexed(`service ${name}`, 'endpoint lag');
  return {
    lagSecondsOf: (launchNumber, kind, repeat) => {
      if (lag === undefined) return 0;
      stream.seek(launchNumber, kind + 3 * repeat);
      return lag.sample(stream);
    },
  };
}
