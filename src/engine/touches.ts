import type { LoadedPolicy, Params, PolicyRunner } from '../policy/policy.js';

/** What a policy has touched of the world in one run: for `doctor`. */
export interface Touched {
  readonly isScript: boolean;
  readonly params: Params;
  /** Names in the order in which they were first read. */
  readonly metrics: readonly string[];
  /** `GET https://host/path`, without the query, and how often. */
  readonly requests: readonly { readonly request: string; readonly count: number }[];
  /** Virtual times at which it was called, the first ones. */
  readonly wakeSeconds: readonly number[];
  readonly wakeCount: number;
}

const wakesKept = 50;
const requestsKept = 50;

/** Takes the notes. */
export class Touches {
  readonly #metrics = new Set<string>();
  readonly #requests = new Map<string, number>();
  readonly #wakeSeconds: number[] = [];
  #wakeCount = 0;
  #isScript = false;
  #params: Params = {};

  started({ params }: LoadedPolicy): void {
    this.#params = params;
  }

  /** The policy was called; only then it is known whether a file that reads its host while it loads is a script. */
  woke(seconds: number, { isScript = false }: PolicyRunner): void {
    this.#isScript = isScript;
    this.#wakeCount++;
    if (this.#wakeSeconds.length < wakesKept) this.#wakeSeconds.push(seconds);
  }

  metric(name: string): void {
    this.#metrics.add(name);
  }

  request(method: string, url: string): void {
    const request = `${method.toUpperCase()} ${url.replace(/[?#].*$/s, '')}`;
    const count = this.#requests.get(request);
    if (count !== undefined || this.#requests.size < requestsKept) this.#requests.set(request, (count ?? 0) + 1);
  }

  get touched(): Touched {
    return {
      isScript: this.#isScript,
      params: this.#params,
      metrics: [...this.#metrics],
      requests: [...this.#requests].map(([request, count]) => ({ request, count })),
      wakeSeconds: this.#wakeSeconds,
      wakeCount: this.#wakeCount,
    };
  }
}
