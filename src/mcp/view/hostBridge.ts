/// <reference lib="dom" />

type Params = Readonly<Record<string, unknown>>;

interface Message {
  readonly jsonrpc?: string;
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: Params;
  readonly result?: Params;
  readonly error?: { readonly message?: string };
}

interface Waiting {
  done(result: Params): void;
  fail(error: Error): void;
}

/** The way to the program that shows this page: JSON-RPC in messages to the window around it. Source: MCP Apps 2026-01-26, "Transport Layer". */
export class HostBridge {
  #lastId = 0;
  readonly #waiting = new Map<unknown, Waiting>();
  readonly #hear: (method: string, params: Params) => void;

  /** @param hear what the host tells without being asked */
  constructor(hear: (method: string, params: Params) => void) {
    this.#hear = hear;
    window.addEventListener('message', ({ source, data }: MessageEvent<Message | null>) => {
      if (source === window.parent && data?.jsonrpc === '2.0') this.#take(data);
    });
  }

  /** Rejects where the host refuses. */
  ask(method: string, params: Params): Promise<Params> {
    const id = ++this.#lastId;
    this.#send({ id, method, params });
    return new Promise((done, fail) => this.#waiting.set(id, { done, fail }));
  }

  tell(method: string, params: Params): void {
    this.#send({ method, params });
  }

  #take({ id, method, params = {}, result, error }: Message): void {
    if (method === undefined) {
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (error === undefined) waiting?.done(result ?? {});
      else waiting?.fail(new Error(error.message ?? 'the client refuses'));
    } else if (id === undefined) this.#hear(method, params);
    // Nothing is lost when the page goes.
    else if (method === 'ping' || method === 'ui/resource-teardown') this.#send({ id, result: {} });
    else this.#send({ id, error: { code: -32601, message: 'Method not found' } });
  }

  /** Who is around it is not known before, so that any may read it: it is what they have told. */
  #send(message: object): void {
    window.parent.postMessage({ jsonrpc: '2.0', ...message }, '*');
  }
}
