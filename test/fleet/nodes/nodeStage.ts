import type { Node } from '../../../src/fleet/nodes/node.js';
import { NodePool } from '../../../src/fleet/nodes/nodePool.js';
import { ServiceNodes } from '../../../src/fleet/nodes/serviceNodes.js';
import type { NodePoolSettings } from '../../../src/fleet/nodes/settings.js';
import { Calendar } from '../../../src/kernel/calendar.js';
import { type NodeLife, NodeLog } from '../../../src/record/nodeLog.js';
import type { StepCurve } from '../../../src/stats/stepCurve.js';

type Settings = Pick<NodePoolSettings, 'min' | 'max' | 'headroom'> & {
  readonly scaleDown: Partial<NodePoolSettings['scaleDown']>;
  readonly zoneCount: number;
  readonly imageSeconds: number;
};

/** Provision of the nodes of these tests. */
export const provisionSeconds = 70;

/** A pool of nodes of 4 vCPUs and 16 bytes in virtual time, with services that launch and stop when they are told. */
export class NodeStage {
  readonly calendar = new Calendar();
  readonly pool: NodePool;
  readonly log = new ToldLog();
  readonly services: StageService[] = [];
  readonly imageSeconds: number;
  nowSeconds = 0;
  takesOrders = true;
  rows = 0;

  constructor({ min = 0, max = 20, headroom = 0, zoneCount = 1, imageSeconds = 0, scaleDown }: Partial<Settings> = {}) {
    this.imageSeconds = imageSeconds;
    this.pool = new NodePool({
      settings: {
        ...{ vcpus: 4, memory: 16, min, max, headroom },
        scaleDown: { after: 600, below: 0.5, budget: 1, ...scaleDown },
      },
      zoneCount,
      calendar: this.calendar,
      log: this.log,
      provisionSecondsOf: () => provisionSeconds,
      takesOrders: () => this.takesOrders,
      nowSeconds: () => this.nowSeconds,
    });
  }

  /** One more service, whose instances need so much each. */
  service(vcpus: number, { bytes = 0, zoneCount = 1 } = {}): StageService {
    const service = new StageService(this, { millis: vcpus * 1e3, bytes, zoneCount });
    this.services.push(service);
    return service;
  }

  runTo(seconds: number): void {
    for (let next = this.calendar.peek(); next !== undefined && next.seconds <= seconds; next = this.calendar.peek()) {
      this.nowSeconds = next.seconds;
      this.calendar.runNext();
    }
    this.nowSeconds = seconds;
  }

  /** Instances on each node, by number; a node that is coming in brackets. */
  get filling(): string {
    const text = ({ number, phase, instances }: Node) =>
      phase === 'provisioning' ? `(${number})` : `${number}:${instances.length}`;
    return this.pool.nodes.map(text).join(' ');
  }
}

/** A curve by its steps. */
export function changesOf({ seconds, values }: StepCurve): [seconds: number, value: number][] {
  return seconds.map((at, step) => [at, values[step]]);
}

/** A service that starts an instance wherever it is let, and notes what the pool tells it. */
export class StageService {
  readonly nodes: ServiceNodes;
  readonly #stage: NodeStage;
  /** Rows, in the order in which they were launched. */
  readonly living: number[] = [];
  /** When each was asked for and launched. */
  readonly launches: [asked: number, launched: number][] = [];
  readonly told: string[] = [];
  mayLaunch = true;
  maySwap = true;

  constructor(stage: NodeStage, need: ServiceNodes['need']) {
    this.#stage = stage;
    const { pool, log, imageSeconds } = stage;
    this.nodes = new ServiceNodes({
      ...{ pool, log, need, poolName: 'm5' },
      service: stage.services.length,
      imageSecondsOf: () => imageSeconds,
      nowSeconds: () => stage.nowSeconds,
    });
    this.nodes.tenant = {
      mayLaunch: () => this.mayLaunch,
      launchWaiting: (askedSeconds) => this.mayLaunch && this.#launch(askedSeconds),
      lose: (instance, reason) => {
        this.told.push(`${reason} ${instance}`);
        this.stop(instance);
      },
      reclaim: (instance, noticeSeconds) => {
        this.told.push(`reclaim ${instance} in ${noticeSeconds}`);
      },
      maySwap: () => this.maySwap,
      replace: (instance) => {
        this.told.push(`replace ${instance}`);
      },
    };
  }

  /** So many more are wanted now. */
  ask(count = 1): void {
    for (let one = 0; one < count; one++) if (!this.#launch(this.#stage.nowSeconds)) this.nodes.wait();
  }

  stop(instance: number): void {
    this.living.splice(this.living.indexOf(instance), 1);
    this.nodes.release(instance, instance);
  }

  #launch(askedSeconds: number): boolean {
    const zones = Array.from({ length: this.nodes.need.zoneCount }, (_, zone) => zone);
    const node = this.nodes.find(zones);
    if (node === undefined) return false;
    const row = this.#stage.rows++;
    this.living.push(row);
    this.launches.push([askedSeconds, this.#stage.nowSeconds]);
    this.nodes.occupy(node, { instance: row, number: row }, askedSeconds);
    return true;
  }
}

/** A log that keeps why each node went. */
class ToldLog extends NodeLog {
  readonly went: [number: number, seconds: number, reason: string][] = [];

  constructor() {
    super({ fromSeconds: 0, toSeconds: 1e6 }, { granularitySeconds: 1, minimumSeconds: 0, from: 'launch' });
  }

  override gone(life: NodeLife, nowSeconds: number, reason: Parameters<NodeLog['gone']>[2]): void {
    this.went.push([life.number, nowSeconds, reason]);
    super.gone(life, nowSeconds, reason);
  }
}
