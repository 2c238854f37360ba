import { zoneWeightsOf } from '../fleet/zoneWeights.js';
import { actsOn } from '../gateway/balancers/index.js';
import { pointsOfWeight } from '../gateway/hashRing.js';
import type { Finding } from './finding.js';
import { type GatewayView, gatewayOf, gatewayViews } from './gatewayOf.js';
import type { Scenario } from './schema.js';

/** Weights and slow start that the balancer cannot act on, and rings that are too large. */
export function balancerMistakes(scenario: Scenario): Finding[] {
  const views = gatewayViews(scenario);
  const ringed = ({ gateway, names }: GatewayView) => (actsOn(gateway.balancer, 'clients') ? names : []);
  return [
    ...Object.keys(scenario.services).flatMap((name) => weightMistakes(scenario, name)),
    ...views.flatMap((view) => slowStartMistakes(view, scenario)),
    ...views.flatMap(ringed).flatMap((name) => ringMistakes(scenario, name)),
    ...Object.keys(scenario.services).flatMap((name) => balancerPerRequest(scenario, name)),
  ];
}

/** What to choose instead of a balancer that cannot weigh, or what else to do. */
function weighingInstead(variant: string, other = 'remove it'): string {
  if (variant === 'round-robin') return `choose \`weighted-round-robin\`, which is round-robin by weight, or ${other}.`;
  return `choose \`weighted-round-robin\` or \`weighted-least-requests\`, or ${other}.`;
}

/** A balancer of a service's own where none picks. */
function balancerPerRequest({ services }: Scenario, name: string): Finding[] {
  const { gateway, scaling } = services[name];
  if (gateway?.balancer === undefined || scaling.perRequest === undefined) return [];
  return [
    {
      code: 'no-effect',
      path: ['services', name, 'gateway', 'balancer'],
      what: 'has no effect beside `perRequest`',
      why: 'A request takes the newest idle instance or starts its own.',
      fix: 'remove it.',
      isWarning: true,
    },
  ];
}

function weightMistakes(scenario: Scenario, name: string): Finding[] {
  const { services } = scenario;
  const { balancer } = gatewayOf(scenario, name);
  const { variant } = balancer;
  const { zones, instance, scaling } = services[name];
  const path = ['services', name, 'instance', 'weight'];
  const weights = zoneWeightsOf(services[name]);
  if (instance.weight === undefined) return [];
  const unknown =
    typeof instance.weight === 'number' ? [] : Object.keys(instance.weight.zone).filter((zone) => Number(zone) > zones);
  if (unknown.length > 0) {
    return unknown.map((zone) => ({
      code: 'unknown-zone',
      path: [...path, 'zone', zone],
      what: `is of zone ${zone}, but there ${zones === 1 ? 'is 1 zone' : `are ${zones} zones`}`,
      why: 'Zones are numbered from 1.',
      fix: `choose a zone from 1 to ${zones}, or raise \`zones\`.`,
    }));
  }
  if (scaling.perRequest !== undefined) {
    const why = 'A request takes the newest idle instance or starts its own, whatever they weigh.';
    return [{ code: 'weight-per-request', path, what: 'stands beside `perRequest`', why, fix: 'remove it.' }];
  }
  if (!actsOn(balancer, 'weight')) {
    return [
      {
        code: 'weight-not-acted-on',
        path,
        what: `has no effect: the balancer is ${variant}, which does not weigh`,
        why: 'Every instance would take traffic as if it weighed 1.',
        fix: weighingInstead(variant),
      },
    ];
  }
  const isOfPoints = actsOn(balancer, 'clients');
  if (weights[0] === 1 || isOfPoints || weights.some((weight) => weight !== weights[0])) return [];
  return [
    {
      code: 'weights-all-alike',
      path,
      what: 'is the same for every instance, so it changes nothing',
      why: 'Instances of one service share its traffic by their weights relative to each other.',
      fix: 'write it by zone, { zone: { 1: 2, 2: 1 } }, or remove it.',
      isWarning: true,
    },
  ];
}

function slowStartMistakes({ gateway, names, pathOf }: GatewayView, { services }: Scenario): Finding[] {
  const path = pathOf('slowStart', 'balancer');
  if (gateway.slowStart === undefined) return [];
  const { variant } = gateway.balancer;
  if (!actsOn(gateway.balancer, 'slowStart')) {
    const which = `is ${variant}, which ${actsOn(gateway.balancer, 'weight') ? 'cannot let a weight grow' : 'does not weigh'}`;
    // A service's own balancer stands beside the slow start of the gateway.
    const isInherited = path.at(-1) === 'balancer';
    return [
      {
        code: 'slow-start-not-acted-on',
        path,
        what: isInherited ? `${which}: \`gateway.slowStart\` has no effect` : `has no effect: the balancer ${which}`,
        why: 'New instances would take their full share at once.',
        fix: weighingInstead(variant, isInherited ? 'write `slowStart: none` beside it' : undefined),
      },
    ];
  }
  if (names.some((name) => services[name].scaling.perRequest === undefined)) return [];
  const why = 'A request takes the newest idle instance or starts its own, whatever they weigh.';
  return [{ code: 'slow-start-per-request', path, what: 'stands beside `perRequest`', why, fix: 'remove it.' }];
}

/** Envoy's limit of `maximum_ring_size`. */
const pointLimit = 8_388_608;

function ringMistakes({ services }: Scenario, name: string): Finding[] {
  const { max } = services[name].scaling;
  const points = max * pointsOfWeight * Math.max(...zoneWeightsOf(services[name]));
  if (points <= pointLimit) return [];
  return [
    {
      code: 'ring-too-large',
      path: ['services', name],
      what: `may have ${max} instances with ${Math.round(points)} points on the ring; the limit is ${pointLimit}`,
      why: `Each has ${pointsOfWeight} points a unit of its weight, and every launch sorts them anew.`,
      fix: 'lower `scaling.max` or the weights.',
    },
  ];
}
