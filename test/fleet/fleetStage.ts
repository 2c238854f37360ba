import { Fleet } from '../../src/fleet/fleet.js';
import type { FleetListener } from '../../src/fleet/fleetOptions.js';
import { InstanceTable } from '../../src/fleet/instanceTable.js';
import { NodePool } from '../../src/fleet/nodes/nodePool.js';
import { ServiceNodes } from '../../src/fleet/nodes/serviceNodes.js';
import type { Processors } from '../../src/fleet/processors.js';
import { processorSharing } from '../../src/fleet/servings/processorSharing.js';
import { Calendar } from '../../src/kernel/calendar.js';
import { FleetLog, type InstanceLife } from '../../src/record/fleetLog.js';
import { NodeLog } from '../../src/record/nodeLog.js';
import { RequestTable } from '../../src/traffic/requestTable.js';

interface StageOptions {
  readonly initialCount?: number;
  readonly zoneCount?: number;
  readonly drainSeconds?: number;
  readonly preStopSeconds?: number;
  readonly latencySeconds?: number;
  readonly isOnDemand?: boolean;
  readonly processors?: Partial<Processors>;
  /** Nodes that hold two instances each, so many; where each pulls the image first. */
  readonly nodes?: { readonly count: number; readonly imageSeconds: number };
  /** Told of each instance that has stopped. */
  stopped?(): void;
  /** Of the n-th launch. */
  startupSecondsOf?(launchNumber: number, restart?: number): number;
  /** How much of it passes before the process begins. */
  placeSecondsOf?(launchNumber: number): number;
}

/** A fleet in virtual time, with a provider of `capacity` instances and a gateway that notes what it is told. */
export class FleetStage implements FleetListener {
  readonly table = new InstanceTable();
  readonly calendar = new Calendar();
  readonly log = new FleetLog(
    { fromSeconds: 0, toSeconds: 1e6 },
    { granularitySeconds: 1, minimumSeconds: 0, from: 'launch' },
  );
  readonly fleet: Fleet;
  readonly nodes: ServiceNodes | undefined;
  readonly lives: InstanceLife[] = [];
  /** [serial] what the gateway was told of an instance, in order */
  readonly told = new Map<number, string[]>();
  capacity = Number.POSITIVE_INFINITY;
  nowSeconds = 0;

  constructor({ initialCount = 0, zoneCount = 1, drainSeconds = 30, latencySeconds = 0, ...rest }: StageOptions) {
    const { table, calendar, log } = this;
    const one = { vcpus: 1, speed: undefined, baseVcpus: 0, burst: undefined, slowStart: undefined };
    const processors = [{ ...one, ...rest.processors }];
    this.nodes = rest.nodes && this.#nodesOf(rest.nodes);
    this.fleet = new Fleet({
      service: 0,
      zoneCount,
      drainSeconds,
      preStopSeconds: rest.preStopSeconds ?? 0,
      initialCount,
      isOnDemand: rest.isOnDemand ?? false,
      table,
      serving: processorSharing.build({
        clock: this,
        requests: new RequestTable(),
        instances: table,
        processors,
        models: [undefined],
        groups: [],
        prefixCounts: [],
        priorities: { of: () => 0 },
      }),
      calendar,
      log,
      nodes: this.nodes,
      placeSecondsOf: rest.placeSecondsOf,
      provider: { latencySeconds, canLaunch: () => this.fleet.aliveCount < this.capacity },
      stopped: (life) => {
        this.lives.push(life);
        rest.stopped?.();
      },
      startupSecondsOf: rest.startupSecondsOf ?? (() => 10),
      startupFails: (_launchNumber, ratio) => ratio >= 1,
      nowSeconds: () => this.nowSeconds,
    });
    this.fleet.begin(this);
  }

  becameReady(instance: number): void {
    this.#note(instance, 'ready');
  }

  stoppedTaking(instance: number): void {
    this.#note(instance, 'stopped');
  }

  abortAll(instance: number): void {
    this.#note(instance, 'abort');
    this.table.inside[instance] = 0;
    this.fleet.emptied(instance);
  }

  /** Carries out everything planned up to this instant. */
  runTo(seconds: number): void {
    for (let next = this.calendar.peek(); next !== undefined && next.seconds <= seconds; next = this.calendar.peek()) {
      this.nowSeconds = next.seconds;
      this.calendar.runNext();
    }
    this.nowSeconds = seconds;
  }

  /** A request begins at the instance. */
  begin(instance: number): void {
    this.table.inside[instance]++;
  }

  end(instance: number): void {
    this.table.inside[instance]--;
    if (this.table.inside[instance] === 0) this.fleet.emptied(instance);
  }

  /** Slots in this phase, by launch. */
  inPhase(phase: number): number[] {
    const { table } = this;
    const slots = Array.from({ length: table.rowCount }, (_, slot) => slot);
    return slots
      .filter((slot) => table.phase[slot] === phase)
      .sort((a, b) => table.launchNumber[a] - table.launchNumber[b]);
  }

  launchesOf(slots: readonly number[]): number[] {
    return slots.map((slot) => this.table.launchNumber[slot]);
  }

  #nodesOf({ count, imageSeconds }: NonNullable<StageOptions['nodes']>): ServiceNodes {
    const nowSeconds = () => this.nowSeconds;
    const log = new NodeLog(
      { fromSeconds: 0, toSeconds: 1e6 },
      { granularitySeconds: 1, minimumSeconds: 0, from: 'launch' },
    );
    const scaleDown = { after: 600, below: 0.5, budget: 1 };
    const pool = new NodePool({
      settings: { vcpus: 2, memory: 1, min: count, max: count, headroom: 0, scaleDown },
      ...{ zoneCount: 1, calendar: this.calendar, log, nowSeconds },
      provisionSecondsOf: () => 70,
      takesOrders: () => true,
    });
    const need = { millis: 1000, bytes: 0, zoneCount: 1 };
    return new ServiceNodes({
      pool,
      poolName: 'm5',
      service: 0,
      need,
      log,
      imageSecondsOf: () => imageSeconds,
      nowSeconds,
    });
  }

  #note(instance: number, what: string): void {
    const serial = this.table.serial[instance];
    this.told.set(serial, [...(this.told.get(serial) ?? []), what]);
  }
}
