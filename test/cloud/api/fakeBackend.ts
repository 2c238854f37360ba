import type {
  ApiBackend,
  ListedInstance,
  ScaleChange,
  ScaleOutcome,
  ServiceCounts,
} from '../../../src/cloud/api/apiBackend.js';
import { ApiDesk } from '../../../src/cloud/api/apiDesk.js';
import type { ApiReply } from '../../../src/cloud/api/apiReply.js';
import type { RawRequest } from '../../../src/cloud/api/apiRequest.js';
import { cloudSchema } from '../../../src/cloud/settings.js';
import type { MetricName } from '../../../src/telemetry/metrics.js';

interface FakeCloud {
  readonly services?: readonly string[];
  readonly initial?: number;
  readonly min?: number;
  readonly max?: number;
  readonly quota?: number;
  readonly failure?: 'throttled' | 'failed';
  readonly metrics?: Partial<Record<MetricName, number>> | 'failed';
}

/** A cloud that launches at once; instances are ready when the test says so. */
export class FakeBackend implements ApiBackend {
  readonly serviceNames: readonly string[];
  readonly startSeconds = 1_767_571_200;
  readonly latencySeconds = 0;
  readonly changes: (ScaleChange & { readonly service: string })[] = [];
  seconds = 0;
  readonly #cloud: FakeCloud;
  readonly #lives = new Map<string, ListedInstance[]>();
  readonly #launched = new Map<string, number>();

  constructor(cloud: FakeCloud = {}) {
    this.#cloud = cloud;
    this.serviceNames = cloud.services ?? ['web'];
    for (const service of this.serviceNames) {
      this.#lives.set(service, []);
      for (let count = 0; count < (cloud.initial ?? 2); count++) this.#launch(service);
    }
    this.becomeReady();
  }

  nowSeconds(): number {
    return this.seconds;
  }

  counts(service: string): ServiceCounts {
    const lives = this.instances(service);
    const { min = 1, max = 10 } = this.#cloud;
    const ready = lives.filter(({ state }) => state === 'ready').length;
    const counts = { desired: lives.length, pending: 0, starting: lives.length - ready, ready, draining: 0 };
    return { ...counts, min, max };
  }

  launchCount(service: string): number {
    return this.#launched.get(service) ?? 0;
  }

  instances(service: string): readonly ListedInstance[] {
    return this.#lives.get(service) ?? [];
  }

  read(): 'throttled' | 'failed' | undefined {
    return this.#cloud.failure;
  }

  scale(service: string, change: ScaleChange): ScaleOutcome {
    const { min = 1, max = 10, quota = Number.POSITIVE_INFINITY, failure } = this.#cloud;
    this.changes.push({ ...change, service });
    const before = this.instances(service).length;
    if (failure !== undefined) return { result: failure, before, desired: before, by: undefined };
    const wanted = Math.ceil(change.desired);
    const clamped = Math.min(max, Math.max(min, wanted));
    const isWhole = change.isStrict === true || change.instance !== undefined;
    if (isWhole && clamped !== wanted) return { result: 'clamped', before, desired: before, by: undefined };
    const desired = Math.max(Math.min(before, clamped), Math.min(clamped, quota));
    this.#remove(service, change.instance, before - desired);
    while (this.instances(service).length < desired) this.#launch(service);
    const isRefused = desired < clamped;
    const result = isRefused ? 'refused' : clamped === wanted ? 'accepted' : 'clamped';
    return { result, before, desired, by: isRefused ? 'cloud.quota' : undefined };
  }

  metric(_service: string, name: MetricName): number | undefined | 'failed' {
    return this.#cloud.metrics === 'failed' ? 'failed' : this.#cloud.metrics?.[name];
  }

  becomeReady(): void {
    for (const [service, lives] of this.#lives) {
      const ready = lives.map((life) => ({ ...life, state: 'ready' as const, readySeconds: this.seconds }));
      this.#lives.set(service, ready);
    }
  }

  #launch(service: string): void {
    const launchNumber = this.launchCount(service);
    this.#launched.set(service, launchNumber + 1);
    const times = { launchedSeconds: this.seconds, readySeconds: undefined };
    this.#lives.set(service, [...this.instances(service), { launchNumber, zone: 0, state: 'starting', ...times }]);
  }

  #remove(service: string, instance: number | undefined, count: number): void {
    const lives = this.instances(service).filter(({ launchNumber }) => launchNumber !== instance);
    const rest = instance === undefined ? count : count - 1;
    this.#lives.set(service, rest > 0 ? lives.slice(0, -rest) : [...lives]);
  }
}

/** Sends requests to the desk of `cloud.api` as a scenario writes it. */
export function deskOf(api: object, backend: ApiBackend = new FakeBackend()) {
  const desk = new ApiDesk(cloudSchema.parse({ api }).api, backend);
  return {
    send: (method: string, url: string, body?: unknown, headers: RawRequest['headers'] = {}): ApiReply | undefined => {
      const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
      return desk.answer({ method, url, headers, ...(text === undefined ? {} : { body: text }) });
    },
  };
}

/** Status and JSON body of a reply. */
export function read(reply: ApiReply | undefined): unknown[] {
  if (reply === undefined) return ['no route'];
  return [reply.code, reply.body === '' ? '' : JSON.parse(reply.body)];
}
