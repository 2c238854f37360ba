import { type DecisionEntry, DecisionLog, type DecisionLogOptions } from '../record/decisionLog.js';
import { type BillingRule, FleetLog, type InstanceLife, type Launch, type Restart } from '../record/fleetLog.js';
import { type NodeLife, NodeLog } from '../record/nodeLog.js';
import { type PolicyLine, PolicyLog, type PolicyLogLimits } from '../record/policyLog.js';
import type { EventFields, EventKind, NodeGoneReason, Tell } from '../record/runEvents.js';
import type { Scrape } from '../telemetry/pipeline.js';

interface ServiceEventTarget {
  readonly tell: Tell;
  readonly service: string;
}

function tellOf<Kind extends EventKind>(
  { tell, service }: ServiceEventTarget,
  kind: Kind,
  time_s: number,
  fields: Omit<EventFields<Kind>, 'service'>,
): void {
  tell({ time_s, kind, service, ...fields });
}

/** Tells of every change of an instance. */
export class FleetEventWriter extends FleetLog {
  readonly #eventTarget: ServiceEventTarget;
  #ready = 0;

  constructor(
    span: { readonly fromSeconds: number; readonly toSeconds: number },
    billing: BillingRule,
    eventTarget: ServiceEventTarget,
  ) {
    super(span, billing);
    this.#eventTarget = eventTarget;
  }

  override launched(launchNumber: number, { zone, startupSeconds, nowSeconds, place }: Launch): void {
    const startup_s = startupSeconds < 0 ? null : startupSeconds;
    const on = place && {
      node: place.node,
      pool: place.pool,
      asked_s: place.askedSeconds,
      began_s: place.beganSeconds,
    };
    tellOf(this.#eventTarget, 'launched', nowSeconds, { instance: launchNumber, zone: zone + 1, startup_s, ...on });
  }

  override readyChanged(ready: number, nowSeconds: number, launchNumber: number, graceSeconds?: number): void {
    super.readyChanged(ready, nowSeconds, launchNumber);
    const isReady = ready > this.#ready;
    this.#ready = ready;
    const fields = { instance: launchNumber, ready };
    if (isReady) tellOf(this.#eventTarget, 'ready', nowSeconds, fields);
    else tellOf(this.#eventTarget, 'draining', nowSeconds, { ...fields, grace_s: graceSeconds });
  }

  override restarting(ready: number, nowSeconds: number, restart: Restart): void {
    super.restarting(ready, nowSeconds, restart);
    this.#ready = ready;
    const { launchNumber, reason } = restart;
    tellOf(this.#eventTarget, 'restarting', nowSeconds, { instance: launchNumber, ready, reason });
  }

  override becameUnready(ready: number, nowSeconds: number, launchNumber: number): void {
    super.becameUnready(ready, nowSeconds, launchNumber);
    this.#ready = ready;
    tellOf(this.#eventTarget, 'unready', nowSeconds, { instance: launchNumber, ready });
  }

  override lived(life: InstanceLife): void {
    super.lived(life);
    tellOf(this.#eventTarget, 'stopped', life.stoppedSeconds, {
      instance: life.launchNumber,
      reason: life.stopReason,
      launched_s: life.launchedSeconds,
      ready_s: Number.isNaN(life.readySeconds) ? null : life.readySeconds,
      drained_s: Number.isNaN(life.drainSeconds) ? null : life.drainSeconds,
      serving_s: life.servingSeconds,
    });
  }
}

/** Tells of every change of a pool's nodes. */
export class NodeEventWriter extends NodeLog {
  readonly #tell: Tell;
  readonly #pool: string;

  constructor(
    span: { readonly fromSeconds: number; readonly toSeconds: number },
    billing: BillingRule,
    { tell, pool }: { readonly tell: Tell; readonly pool: string },
  ) {
    super(span, billing);
    this.#tell = tell;
    this.#pool = pool;
  }

  override ordered({ number, zone, orderedSeconds }: NodeLife): void {
    this.#tell({ time_s: orderedSeconds, kind: 'node_ordered', pool: this.#pool, node: number, zone: zone + 1 });
  }

  override becameReady({ number, readySeconds }: NodeLife): void {
    this.#tell({ time_s: readySeconds, kind: 'node_ready', pool: this.#pool, node: number });
  }

  override leaving({ number }: NodeLife, nowSeconds: number): void {
    this.#tell({ time_s: nowSeconds, kind: 'node_leaving', pool: this.#pool, node: number });
  }

  override gone(life: NodeLife, nowSeconds: number, reason: NodeGoneReason): void {
    super.gone(life, nowSeconds, reason);
    const { number, orderedSeconds, readySeconds } = life;
    this.#tell({
      time_s: nowSeconds,
      kind: 'node_gone',
      pool: this.#pool,
      node: number,
      reason,
      ordered_s: orderedSeconds,
      ready_s: Number.isNaN(readySeconds) ? null : readySeconds,
    });
  }
}

/** Tells of every decision, equal ones too. */
export class DecisionEventWriter extends DecisionLog {
  readonly #eventTarget: ServiceEventTarget;

  constructor(options: DecisionLogOptions, eventTarget: ServiceEventTarget) {
    super(options);
    this.#eventTarget = eventTarget;
  }

  override record(entry: DecisionEntry): void {
    super.record(entry);
    const { timeSeconds, desired, applied, before, result, rule, reason, controller } = entry;
    tellOf(this.#eventTarget, 'decision', timeSeconds, {
      before,
      desired,
      applied,
      result,
      ...(rule === undefined ? {} : { rule }),
      ...(reason === undefined ? {} : { reason }),
      ...(controller === undefined ? {} : { controller: controller + 1 }),
    });
  }
}

/** Of the text that policies print, so much goes to the event file: a policy may print 100 kB in each decision. */
const toldBytesMost = 10_000_000;

/** Tells of every line that a policy prints, as far as there is room for it, and at the end how many there was none for. */
export class PolicyEventWriter extends PolicyLog {
  readonly #tell: Tell;
  #roomBytes = toldBytesMost;
  #droppedCount = 0;

  constructor(limits: PolicyLogLimits, tell: Tell) {
    super(limits);
    this.#tell = tell;
  }

  override add(line: PolicyLine): void {
    super.add(line);
    const { timeSeconds, service, controller, text } = line;
    this.#roomBytes -= Buffer.byteLength(text);
    // What comes after a line that had no room is left out too: a gap in the middle would mislead.
    if (this.#roomBytes < 0 || this.#droppedCount > 0) {
      this.#droppedCount++;
      return;
    }
    const who = controller === undefined ? {} : { controller: controller + 1 };
    tellOf({ tell: this.#tell, service }, 'log', timeSeconds, { ...who, text });
  }

  override end(timeSeconds: number): void {
    if (this.#droppedCount > 0) this.#tell({ time_s: timeSeconds, kind: 'log_dropped', lines: this.#droppedCount });
  }
}

/** Tells of every scrape, a line for each service. */
export function scrapeEventWriter(
  tell: Tell,
  services: readonly { readonly name: string }[],
  hidden: ReadonlySet<string>,
): (scrape: Scrape) => void {
  return ({ scrapedSeconds, windowSeconds, visibleSeconds = null, readings }) => {
    for (const [index, { name }] of services.entries()) {
      const shown = Object.entries(readings[index]).filter(([name, value]) => value !== undefined && !hidden.has(name));
      const values = Object.fromEntries(shown);
      const fields = { window_s: windowSeconds, visible_s: visibleSeconds, values };
      tellOf({ tell, service: name }, 'scrape', scrapedSeconds, fields);
    }
  };
}
