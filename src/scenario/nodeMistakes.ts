import { suggestion } from '../base/nearest.js';
import { formatSize } from '../base/quantity.js';
import { countPerNode, offered, packDecreasing, requested } from '../fleet/nodes/packing.js';
import { buildDistribution } from '../random/distributions/index.js';
import type { Finding } from './finding.js';
import type { Scenario } from './schema.js';

type Pool = NonNullable<Scenario['nodes']>[string];
type Service = Scenario['services'][string];

/** Instances that no node could ever hold, pools that cannot be, and those that hold less than services may ask for. */
export function nodeMistakes({ nodes = {}, services }: Scenario): Finding[] {
  const placed = Object.entries(services).filter(([, { instance }]) => instance.node !== undefined);
  const mistakes = placed.flatMap(([name, service]) => placeMistakes(name, service, nodes));
  const found = [...mistakes, ...Object.entries(nodes).flatMap(([name, pool]) => poolMistakes(name, pool, placed))];
  // How much fits is a question only once each instance does.
  return mistakes.length > 0
    ? found
    : [...found, ...Object.entries(nodes).flatMap(([name, pool]) => roomMistakes(name, pool, placed))];
}

function placeMistakes(name: string, { instance, scaling }: Service, nodes: Readonly<Record<string, Pool>>): Finding[] {
  const { node = '', cpuRequest, memoryRequest = 0 } = instance;
  const path = ['services', name, 'instance'];
  if (!Object.hasOwn(nodes, node)) {
    const known = Object.keys(nodes);
    return [
      {
        code: 'unknown-node-pool',
        path: [...path, 'node'],
        what: `"${node}" is not a pool of nodes`,
        why: 'Its instances would have nowhere to be.',
        fix: known.length === 0 ? 'add it under `nodes`.' : suggestion(node, known),
      },
    ];
  }
  const pool = nodes[node];
  const found: Finding[] = [];
  const complain = (key: string, code: string, what: string, why: string, fix: string) =>
    found.push({ code, path: [...path, key], what, why, fix });
  if (scaling.perRequest !== undefined) {
    const why = 'Functions run on machines that nobody sees.';
    complain('node', 'node-per-request', 'stands beside `perRequest`', why, 'remove one of the two.');
  }
  if (instance.price > 0 && pool.price > 0) {
    const what = `is ${instance.price}, and nodes.${node}.price is ${pool.price}`;
    const why = 'The machine is paid for once: by the node, or by the instance.';
    complain('price', 'priced-twice', what, why, 'remove one of the two.');
  }
  found.push(...phasesOfNodes(instance, node, pool).map((one) => ({ ...one, path: [...path, ...one.path] })));
  if (cpuRequest === undefined) {
    const why = 'An instance is placed by what it requests; without it, any number of them would fit one node.';
    const fix = 'add `cpuRequest`, for example 500m as 0.5.';
    complain('node', 'node-without-request', 'needs a `cpuRequest`, and there is none', why, fix);
    return found;
  }
  const [need, size] = [requested(cpuRequest, memoryRequest), offered(pool.vcpus, pool.memory)];
  const exceeds = (key: 'cpuRequest' | 'memoryRequest', is: string, has: string) => {
    const why = 'No node could ever hold one instance, and it would wait for ever.';
    const what = `is ${is}, but a node of "${node}" has ${has}`;
    complain(key, 'request-exceeds-node', what, why, 'lower it, or choose a larger node.');
  };
  if (need.millis > size.millis) exceeds('cpuRequest', String(cpuRequest), `${pool.vcpus} vCPUs`);
  if (need.bytes > size.bytes) exceeds('memoryRequest', formatSize(memoryRequest), formatSize(pool.memory));
  return found;
}

/** What a pool of nodes takes time for is no part of a startup. */
function phasesOfNodes({ startup }: Service['instance'], node: string, { imagePull }: Pool): Finding[] {
  if (!('phases' in startup)) return [];
  const twice = (phase: 'node' | 'image', key: string): Finding => ({
    code: 'waited-twice',
    path: ['startup', 'phases', phase],
    what: `stands beside \`nodes.${node}.${key}\``,
    why: 'An instance waits for its node and the image once, before its startup begins.',
    fix: 'remove the phase.',
  });
  const { phases } = startup;
  return [
    ...(phases.node === undefined ? [] : [twice('node', 'provision')]),
    ...(phases.image === undefined || buildDistribution(imagePull).meanSeconds === 0
      ? []
      : [twice('image', 'imagePull')]),
  ];
}

function poolMistakes(
  name: string,
  { min, max, headroom }: Pool,
  placed: readonly (readonly [string, Service])[],
): Finding[] {
  const path = ['nodes', name];
  const found: Finding[] = [];
  if (min > max)
    found.push({
      code: 'min-exceeds-max',
      path: [...path, 'min'],
      what: `is ${min} but max is ${max}`,
      why: 'The pool could have no size at all.',
      fix: `lower \`min\` to ${max} or less, or raise \`max\` to at least ${min}.`,
    });
  if (headroom > max)
    found.push({
      code: 'headroom-exceeds-max',
      path: [...path, 'headroom'],
      what: `is ${headroom} but max is ${max}`,
      why: 'So many empty nodes could never be kept.',
      fix: 'lower it, or raise `max`.',
    });
  if (!placed.some(([, { instance }]) => instance.node === name))
    found.push({
      code: 'unused-node-pool',
      path,
      what: 'no service is placed on it',
      why: 'It has no effect, and costs nothing.',
      fix: `add \`node: ${name}\` to an instance, or remove the pool.`,
      isWarning: true,
    });
  return found;
}

/** What the pool at its largest cannot hold. */
function roomMistakes(name: string, pool: Pool, placed: readonly (readonly [string, Service])[]): Finding[] {
  const here = placed.filter(([, { instance }]) => instance.node === name);
  const nodesFor = (countOf: (service: Service) => number) => {
    const needs = here.map(([, service]) => ({ need: needOf(service), count: countOf(service) }));
    // One node more than there may be shows that they are too few; how many more does not matter.
    return packDecreasing(needs, [], {
      size: offered(pool.vcpus, pool.memory),
      maxCount: pool.max + 1,
      zoneFor: () => 0,
    }).length;
  };
  const said = (what: string) => {
    const perNode = here.map(([service, settings]) => {
      const count = countPerNode(needOf(settings), offered(pool.vcpus, pool.memory));
      return `${count} of ${service}`;
    });
    return `is ${pool.max}; a node holds ${perNode.join(' or ')}, and ${what}`;
  };
  const sum = (countOf: (service: Service) => number) =>
    here.map(([service, settings]) => `${countOf(settings)} of ${service}`).join(' and ');
  const initialOf = ({ scaling }: Service) => (scaling.initial === 'needed' ? scaling.min : scaling.initial);
  const path = ['nodes', name, 'max'];
  if (nodesFor(initialOf) > pool.max) {
    return [
      {
        code: 'initial-exceeds-nodes',
        path,
        what: said(`the run begins with ${sum(initialOf)}`),
        why: 'The run would begin with instances that have no place.',
        fix: 'raise `max`, or lower `scaling.initial`.',
      },
    ];
  }
  const maxOf = ({ scaling }: Service) => scaling.max;
  if (nodesFor(maxOf) <= pool.max) return [];
  return [
    {
      code: 'max-exceeds-nodes',
      path,
      what: said(`scaling.max asks for ${sum(maxOf)}`),
      why: 'What finds no room stays pending, however much a policy asks for.',
      fix: 'raise `max`, or lower `scaling.max`.',
      isWarning: true,
    },
  ];
}

function needOf({ instance }: Service) {
  return { ...requested(instance.cpuRequest ?? 0, instance.memoryRequest ?? 0), zoneCount: 1 };
}
