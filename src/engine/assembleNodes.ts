import type { Switch } from '../faults/fault.js';
import { NodePool } from '../fleet/nodes/nodePool.js';
import { requested } from '../fleet/nodes/packing.js';
import { ServiceNodes } from '../fleet/nodes/serviceNodes.js';
import type { NodePoolSettings } from '../fleet/nodes/settings.js';
import type { Calendar } from '../kernel/calendar.js';
import { buildDistribution } from '../random/distributions/index.js';
import { NodeLog } from '../record/nodeLog.js';
import { NodeEventWriter } from './eventWriters.js';
import type { RunInput } from './runInput.js';
import type { RunStreams } from './runStreams.js';

/** One pool of nodes with everything that belongs to it in this run. */
export interface AssembledPool {
  readonly name: string;
  readonly settings: NodePoolSettings;
  readonly pool: NodePool;
  readonly log: NodeLog;
}

interface PoolParts {
  readonly input: RunInput;
  readonly streams: RunStreams;
  readonly calendar: Calendar;
  readonly outages: { readonly api: Switch };
  nowSeconds(): number;
}

/** The pools that a service is placed on. */
export function assemblePools(parts: PoolParts): AssembledPool[] {
  const { input, streams, calendar, outages, nowSeconds } = parts;
  const { nodes = {}, services, warmup, duration, cloud } = input.scenario;
  const span = { fromSeconds: warmup, toSeconds: duration };
  const { granularity, minimum, from } = cloud.billing;
  const billing = { granularitySeconds: granularity, minimumSeconds: minimum, from };
  return Object.entries(nodes).flatMap(([name, settings]): AssembledPool[] => {
    const placed = Object.values(services).filter(({ instance }) => instance.node === name);
    if (placed.length === 0) return [];
    const { onEvent: tell } = input;
    const log =
      tell === undefined ? new NodeLog(span, billing) : new NodeEventWriter(span, billing, { tell, pool: name });
    const provision = buildDistribution(settings.provision);
    const stream = streams.openIndexed(`pool ${name}`, 'provision');
    const pool = new NodePool({
      settings,
      zoneCount: Math.max(...placed.map(({ zones }) => zones)),
      calendar,
      log,
      provisionSecondsOf: (number) => {
        stream.seek(number, 0);
        return provision.sample(stream);
      },
      takesOrders: () => !outages.api.isOn,
      nowSeconds,
    });
    return [{ name, settings, pool, log }];
  });
}

/** The nodes of one service; undefined where its instances need none. */
export function serviceNodes(
  { input, streams, nowSeconds }: PoolParts,
  pools: readonly AssembledPool[],
  service: { readonly name: string; readonly index: number },
): ServiceNodes | undefined {
  const { instance, zones } = input.scenario.services[service.name];
  const found = pools.find(({ name }) => name === instance.node);
  if (found === undefined) return undefined;
  const { name, settings, pool, log } = found;
  const image = buildDistribution(settings.imagePull);
  const stream = streams.openIndexed(`pool ${name}`, `image ${service.name}`);
  return new ServiceNodes({
    pool,
    poolName: name,
    service: service.index,
    need: { ...requested(instance.cpuRequest ?? 0, instance.memoryRequest ?? 0), zoneCount: zones },
    log,
    imageSecondsOf: (node) => {
      stream.seek(node, 0);
      return image.sample(stream);
    },
    nowSeconds,
  });
}
