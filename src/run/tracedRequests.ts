import type { InstanceTable } from '../fleet/instanceTable.js';
import type { RequestTable } from '../gateway/requestTable.js';
import type { RequestTracer } from '../gateway/requestTracer.js';
import type { RetryCause } from '../gateway/retryRules.js';
import { outcome } from '../record/outcome.js';
import { type EventFields, type EventKind, outcomeKinds, type Tell } from '../record/runEvents.js';
import { iterationsOfUser } from '../traffic/clients.js';

interface Tracing {
  readonly tell: Tell;
  readonly requests: RequestTable;
  readonly instances: InstanceTable;
  readonly sourceNames: readonly string[];
  readonly classNames: readonly string[];
  readonly serviceNames: readonly string[];
  nowSeconds(): number;
}

/** Tells of every step of every request as events: who reads them can follow one from its arrival to its end. */
export class TracedRequests implements RequestTracer {
  readonly #options: Tracing;

  constructor(options: Tracing) {
    this.#options = options;
  }

  tried(slot: number): void {
    const { requests, classNames } = this.#options;
    const arrival_s = requests.arrivalSeconds[slot];
    const source = this.#sourceOf(slot);
    const requestClass = classNames[requests.source[slot]];
    this.#tell('try', { ...this.#tryOf(slot), source, class: requestClass, service: this.#serviceOf(slot), arrival_s });
  }

  waits(slot: number, instance: number): void {
    const number = instance < 0 ? null : this.#options.instances.launchNumber[instance];
    this.#tell('waits', { ...this.#tryOf(slot), service: this.#serviceOf(slot), instance: number });
  }

  waited(slot: number, sinceSeconds: number): void {
    const wait_ms = (this.#options.nowSeconds() - sinceSeconds) * 1e3;
    this.#tell('waited', { ...this.#tryOf(slot), service: this.#serviceOf(slot), from_s: sinceSeconds, wait_ms });
  }

  began(slot: number, instance: number, factor: number): void {
    const { requests, instances } = this.#options;
    const cpu_s = requests.cpuSeconds[slot] * factor;
    const io_s = requests.ioSeconds[slot] * instances.slowFactor[instance];
    const place = { service: this.#serviceOf(slot), instance: instances.launchNumber[instance] };
    this.#tell('begin', { ...this.#tryOf(slot), ...place, cpu_s, io_s });
  }

  served(slot: number): void {
    const { requests, instances } = this.#options;
    const place = { service: this.#serviceOf(slot), instance: instances.launchNumber[requests.instance[slot]] };
    this.#tell('served', { ...this.#tryOf(slot), ...place, orphan: requests.isOrphan[slot] === 1 });
  }

  retries(slot: number, cause: RetryCause, dueSeconds: number): void {
    this.#tell('retry', { ...this.#tryOf(slot), service: this.#serviceOf(slot), cause, due_s: dueSeconds });
  }

  ended(slot: number, result: number): void {
    const arrival = this.#options.requests.arrivalSeconds[slot];
    const latency = result <= outcome.failed ? { latency_ms: (this.#options.nowSeconds() - arrival) * 1e3 } : {};
    const time_s = this.#options.nowSeconds();
    this.#options.tell({ time_s, kind: outcomeKinds[result], ...this.#endOf(slot), ...latency });
  }

  unfinished(slot: number, isWaiting: boolean): void {
    this.#tell('unfinished', { ...this.#endOf(slot), waiting: isWaiting });
  }

  #tell<Kind extends EventKind>(kind: Kind, fields: EventFields<Kind>): void {
    this.#options.tell({ time_s: this.#options.nowSeconds(), kind, ...fields });
  }

  #tryOf(slot: number) {
    return { request: this.#nameOf(slot), try: this.#options.requests.tries[slot] };
  }

  #endOf(slot: number) {
    const { requests } = this.#options;
    const names = { request: this.#nameOf(slot), source: this.#sourceOf(slot), service: this.#serviceOf(slot) };
    return { ...names, tries: requests.tries[slot], arrival_s: requests.arrivalSeconds[slot] };
  }

  #nameOf(slot: number): string {
    const { requests } = this.#options;
    const number = requests.arrivalNumber[slot];
    if (requests.user[slot] < 0) return `${this.#sourceOf(slot)}-${number}`;
    const user = Math.floor(number / iterationsOfUser);
    return `${this.#sourceOf(slot)}-u${user}-${number - user * iterationsOfUser}`;
  }

  #sourceOf(slot: number): string {
    return this.#options.sourceNames[this.#options.requests.source[slot]];
  }

  #serviceOf(slot: number): string {
    return this.#options.serviceNames[this.#options.requests.service[slot]];
  }
}
