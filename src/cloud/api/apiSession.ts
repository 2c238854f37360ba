import { isoTime } from '../../base/isoTime.js';
import type { ApiBackend, ListedInstance, ScaleChange, ScaleOutcome } from './apiBackend.js';

/** How an API writes the identity of an instance. */
interface InstanceIds {
  write(service: string, launchNumber: number): string;
  read(id: string): { readonly service: string; readonly launchNumber: number } | undefined;
}

/** As observations name them: `web-3`. */
export const plainIds: InstanceIds = {
  write: (service, launchNumber) => `${service}-${launchNumber}`,
  read(id) {
    const [, service, digits] = /^(.+)-(\d{1,9})$/.exec(id) ?? [];
    return service === undefined ? undefined : { service, launchNumber: Number(digits) };
  },
};

/** A request that was turned down. */
export interface Refusal {
  readonly by: 'rateLimit' | 'outage' | 'quota' | 'capacity';
  /** The status of a plain HTTP API. */
  readonly code: number;
  readonly why: string;
}

interface Change {
  readonly outcome: ScaleOutcome;
  /** Launch numbers of the instances that were granted. */
  readonly launches: readonly number[];
  readonly operation: string;
  readonly refusal: Refusal | undefined;
}

interface Operation {
  readonly service: string;
  /** When the cloud hears of it. */
  readonly heardSeconds: number;
  readonly launches: readonly number[];
  readonly removed: number | undefined;
}

/** What one user of the API has done so far: the operations that its requests began. */
export class ApiSession {
  readonly backend: ApiBackend;
  readonly #memory = new Map<string, unknown>();
  readonly #operations = new Map<string, Operation>();
  #operationCount = 0;

  constructor(backend: ApiBackend) {
    this.backend = backend;
  }

  /** Date and time of an instant of the run. */
  timeText(seconds: number): string {
    return isoTime(this.backend.startSeconds + seconds);
  }

  get nowText(): string {
    return this.timeText(this.backend.nowSeconds());
  }

  /** Changes the count of a service, or takes one instance; an operation begins either way. */
  change(service: string, change: ScaleChange): Change {
    const { backend } = this;
    const firstLaunch = nextLaunchNumber(backend, service);
    const outcome = backend.scale(service, change);
    const grown = Math.max(0, outcome.desired - outcome.before);
    const launches = Array.from({ length: grown }, (_, index) => firstLaunch + index);
    const operation = `op-${++this.#operationCount}`;
    keep(this.#operations, operation, {
      service,
      heardSeconds: backend.nowSeconds() + backend.latencySeconds,
      launches,
      removed: change.instance,
    });
    return { outcome, launches, operation, refusal: refusalOf(outcome) };
  }

  /** For a preset: what it has to know again of its own requests. */
  remember(key: string, value: unknown): void {
    keep(this.#memory, key, value);
  }

  recall(key: string): unknown {
    return this.#memory.get(key);
  }

  /** Whether the cloud has heard of an operation; undefined when there is no such operation. */
  isHeard(id: string): boolean | undefined {
    const operation = this.#operations.get(id);
    return operation && this.backend.nowSeconds() >= operation.heardSeconds;
  }

  /** Whether the instances of an operation are ready, or gone; undefined when there is no such operation. */
  operationStatus(id: string): 'running' | 'done' | undefined {
    const operation = this.#operations.get(id);
    if (operation === undefined) return undefined;
    if (this.isHeard(id) === false) return 'running';
    const { service, launches, removed } = operation;
    const { backend } = this;
    const listed = new Map(backend.instances(service, 0).map(({ launchNumber, state }) => [launchNumber, state]));
    if (removed !== undefined && listed.has(removed)) return 'running';
    const isUnderWay = (launch: number) => isPromised(backend, service, launch) || listed.get(launch) === 'starting';
    return launches.some(isUnderWay) ? 'running' : 'done';
  }

  /** An instance that can still be removed: listed and not draining, or granted and not launched yet. */
  findRemovable(service: string, launchNumber: number): boolean {
    const found = this.findInstance(service, launchNumber, 0);
    if (found !== undefined) return found.state !== 'draining';
    return isPromised(this.backend, service, launchNumber);
  }

  findInstance(service: string, launchNumber: number, agoSeconds: number): ListedInstance | undefined {
    if (!this.backend.serviceNames.includes(service)) return undefined;
    return this.backend.instances(service, agoSeconds).find((instance) => instance.launchNumber === launchNumber);
  }
}

/** Older ones are forgotten: a policy may ask for a change every second of a year. */
const KEPT_LIMIT = 10_000;

function keep<Value>(map: Map<string, Value>, key: string, value: Value): void {
  map.set(key, value);
  if (map.size <= KEPT_LIMIT) return;
  for (const oldest of map.keys()) {
    map.delete(oldest);
    break;
  }
}

function nextLaunchNumber(backend: ApiBackend, service: string): number {
  return backend.launchCount(service) + backend.counts(service).pending;
}

/** Granted, and not launched yet. */
function isPromised(backend: ApiBackend, service: string, launchNumber: number): boolean {
  if (!backend.serviceNames.includes(service)) return false;
  return launchNumber >= backend.launchCount(service) && launchNumber < nextLaunchNumber(backend, service);
}

function refusalOf({ result, by }: ScaleOutcome): Refusal | undefined {
  if (result === 'throttled') return throttled;
  if (result === 'failed') return failed;
  if (result !== 'refused') return undefined;
  return by === 'cloud.capacity'
    ? { by: 'capacity', code: 503, why: 'the provider is out of capacity' }
    : { by: 'quota', code: 403, why: 'the quota is exceeded' };
}

const throttled: Refusal = { by: 'rateLimit', code: 429, why: 'the rate limit is exceeded' };
export const failed: Refusal = { by: 'outage', code: 503, why: 'the API is not available' };

/** Why a request that only reads is turned down. */
export function readRefusal({ backend }: ApiSession): Refusal | undefined {
  const failure = backend.read();
  if (failure === undefined) return undefined;
  return failure === 'throttled' ? throttled : failed;
}
