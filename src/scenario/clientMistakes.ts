import { actsOn } from '../gateway/balancers/index.js';
import { calledClasses } from './callGraph.js';
import type { Finding } from './finding.js';
import { gatewayViews } from './gatewayOf.js';
import { reachedTargets } from './routeTargets.js';
import type { Scenario } from './schema.js';

/** Client numbers are whole words of 32 bits, below -1. */
const clientLimit = 2_000_000_000;

/** Whoever goes by client and finds none, and clients that nobody goes by. */
export function clientMistakes(scenario: Scenario): Finding[] {
  const { traffic } = scenario;
  const views = gatewayViews(scenario);
  const open = Object.entries(traffic).flatMap(([name, source]) => ('think' in source ? [] : [{ name, source }]));
  const total = open.reduce((sum, { source }) => sum + (source.clients ?? 0), 0);
  const found = open.flatMap(({ name, source }): Finding[] => {
    const path = ['traffic', name];
    const reached = reachedServices(scenario, source.request ?? '');
    const met = views.filter(({ names }) => names.some((service) => reached.has(service)));
    const hashing = met.find(({ gateway }) => actsOn(gateway.balancer, 'clients'));
    const isLimited = met.some(({ gateway }) => gateway.rateLimit?.some(({ by }) => by === 'client') === true);
    if (source.clients === undefined) {
      return [
        ...(source.skew === undefined ? [] : [skewWithoutClients(path)]),
        ...(hashing === undefined ? [] : [hashWithoutClients(path, hashing.gateway.balancer.variant)]),
        ...(isLimited ? [limitWithoutClients(path)] : []),
      ];
    }
    return hashing !== undefined || isLimited ? [] : [clientsNotRead(path)];
  });
  if (total > clientLimit) {
    const what = `are ${total} clients in all; the limit is ${clientLimit}`;
    const why = 'Their numbers would not fit beside each other.';
    found.push({ code: 'too-many-clients', path: ['traffic'], what, why, fix: 'lower `clients` of the sources.' });
  }
  return found;
}

/** Services that get requests of a class, or those that these call. */
function reachedServices(scenario: Scenario, request: string): ReadonlySet<string> {
  const classes = [request, ...calledClasses(scenario.requests, [request])];
  return new Set(classes.flatMap((name) => reachedTargets(scenario, name)));
}

const addClients = 'add for example `clients: 1000`, and `skew: 1` if few of them send most.';

function skewWithoutClients(path: string[]): Finding {
  return {
    code: 'skew-without-clients',
    path: [...path, 'skew'],
    what: 'stands without `clients`',
    why: 'Without `clients` each request is its own client, and there are no shares to skew.',
    fix: 'add it.',
  };
}

function hashWithoutClients(path: string[], balancer: string): Finding {
  return {
    code: 'hash-without-clients',
    path,
    what: `has no \`clients\`, but the balancer is ${balancer}`,
    why: 'Without them each request is its own client, and a hash of it is a random choice.',
    fix: addClients,
  };
}

function limitWithoutClients(path: string[]): Finding {
  return {
    code: 'limit-without-clients',
    path,
    what: 'has no `clients`, but a rate limit is `by: client`',
    why: 'Without them each request is its own client, and the limit would never be reached.',
    fix: addClients,
  };
}

function clientsNotRead(path: string[]): Finding {
  return {
    code: 'no-effect',
    path: [...path, 'clients'],
    what: 'has no effect',
    why: 'Nothing goes by whose a request is.',
    fix: 'choose the balancer `consistent-hash` or a rate limit `by: client`, or remove it.',
    isWarning: true,
  };
}
