import type { CaseRequest, EngineCase, ReplicaCounts, RequestOutcome } from './engineCase.js';

interface Naive {
  readonly index: number;
  readonly asked: CaseRequest;
  readonly queuedAt: number;
  context: number;
  target: number;
  generated: number;
  /** Of an answer that goes on: when its last token was out, else Infinity. */
  lastToken: number;
  isPrefill: boolean;
  /** Blocks that it alone holds, and how many of its prefix it uses and found. */
  own: Block[];
  share: number;
  found: number;
  usesPrefix: boolean;
}

/** One block; a key while what it stores is findable. */
interface Block {
  key?: string | undefined;
}

/** When a client gives up: at the deadline of its answer, of its first token where none has come, or of the next one. */
const never = Number.POSITIVE_INFINITY;

/**
 * One replica, one iteration at a time, every request visited and every block an object of its own: slow, and plain to hold
 * against the rules. Blocks of prefixes are found by key and user counts; the free queue is a list of blocks.
 */
export function naiveServer(input: EngineCase): { requests: RequestOutcome[]; replica: ReplicaCounts } {
  return new NaiveServer(input).play();
}

class NaiveServer {
  readonly #engine: Required<EngineCase['engine']>;
  readonly #requests: readonly CaseRequest[];
  readonly #outcomes: RequestOutcome[];
  readonly #counts: ReplicaCounts = {
    steps: 0,
    busy_s: 0,
    prefill_tokens: 0,
    decode_tokens: 0,
    hit_tokens: 0,
    preemptions: 0,
    peak_kv_blocks: 0,
  };
  #running: Naive[] = [];
  #waiting: Naive[] = [];
  #incoming: Naive[] = [];
  readonly #free: Block[];
  /** [prefix] its blocks, first to last, and how many use it */
  readonly #held = new Map<string, { blocks: Block[]; users: number }>();

  constructor({ engine, requests }: EngineCase) {
    this.#engine = {
      overheads_us: {},
      admit: 'prompt',
      policy: 'fcfs',
      prefix_cache: true,
      lookahead: 0,
      max_model_tokens: never,
      ...engine,
    };
    this.#requests = requests;
    this.#free = Array.from({ length: engine.kv_blocks }, () => ({}));
    this.#outcomes = requests.map(() => ({
      outcome: 'refused',
      replica: null,
      admitted_s: null,
      first_token_s: null,
      end_s: null,
      preemptions: 0,
      hit_tokens: null,
    }));
  }

  play(): { requests: RequestOutcome[]; replica: ReplicaCounts } {
    const { a0 = 0 } = this.#engine.overheads_us;
    const { kv_blocks, max_model_tokens } = this.#engine;
    this.#incoming = this.#requests
      .map((asked, index) => this.#entering(asked, index, asked.arrival_s * 1e6 + a0))
      .filter(({ asked }) => {
        const tokens = asked.prompt_tokens + asked.output_tokens;
        return Math.ceil((tokens - 1) / 16) <= kv_blocks && tokens <= max_model_tokens;
      })
      .sort((a, b) => a.queuedAt - b.queuedAt);
    for (const { index } of this.#incoming) Object.assign(this.#outcomes[index], { outcome: 'completed', replica: 0 });
    let now = 0;
    let previousBegin = Number.NaN;
    for (;;) {
      this.#dropGivenUp(now);
      const seen = this.#engine.lookahead === 1 && !Number.isNaN(previousBegin) ? previousBegin : now;
      this.#enterUntil(seen, now);
      let took = this.#iteration(now);
      if (took === undefined && seen < now) {
        this.#enterUntil(now, now);
        took = this.#iteration(now);
      }
      if (took !== undefined) {
        previousBegin = now;
        now = took;
      } else if (this.#incoming.length > 0) {
        now = Math.max(now, this.#incoming[0].queuedAt);
        previousBegin = Number.NaN;
      } else return { requests: this.#outcomes, replica: this.#counts };
    }
  }

  #entering(asked: CaseRequest, index: number, queuedAt: number): Naive {
    return {
      index,
      asked,
      queuedAt,
      context: 0,
      target: 0,
      generated: 0,
      lastToken: never,
      isPrefill: false,
      own: [],
      share: 0,
      found: 0,
      usesPrefix: false,
    };
  }

  /** When its client gives up as far as is known, microseconds. */
  #deadline({ asked, index, lastToken }: Naive): number {
    const hasFirst = this.#outcomes[index].first_token_s !== null;
    const first = hasFirst ? never : (asked.first_token_timeout_s ?? never);
    return Math.min(
      asked.arrival_s * 1e6 + (asked.timeout_s ?? never) * 1e6,
      asked.arrival_s * 1e6 + first * 1e6,
      lastToken + (asked.idle_timeout_s ?? never) * 1e6,
    );
  }

  #cancel(request: Naive, deadline: number): void {
    const outcome = this.#outcomes[request.index];
    outcome.outcome = 'cancelled';
    outcome.cancelled_s = deadline / 1e6;
  }

  #isCancelled({ index }: Naive): boolean {
    return this.#outcomes[index].outcome === 'cancelled';
  }

  #dropGivenUp(now: number): void {
    for (const request of [...this.#running, ...this.#waiting]) {
      const deadline = this.#deadline(request);
      if (deadline <= now && !this.#isCancelled(request)) this.#cancel(request, deadline);
      if (!this.#isCancelled(request)) continue;
      if (this.#running.includes(request)) this.#stop(request);
      this.#running = this.#running.filter((other) => other !== request);
      this.#waiting = this.#waiting.filter((other) => other !== request);
    }
  }

  #enterUntil(seen: number, now: number): void {
    while (this.#incoming.length > 0 && this.#incoming[0].queuedAt <= seen) {
      const request = this.#incoming[0];
      this.#incoming = this.#incoming.slice(1);
      const deadline = this.#deadline(request);
      if (deadline <= now) this.#cancel(request, deadline);
      else this.#waiting.push(request);
    }
    this.#sortWaiting();
  }

  #sortWaiting(): void {
    if (this.#engine.policy === 'priority') {
      this.#waiting.sort((a, b) => priorityOf(b) - priorityOf(a) || a.queuedAt - b.queuedAt || a.index - b.index);
    }
  }

  /** @returns when it ends; undefined where nothing is to do */
  #iteration(now: number): number | undefined {
    const { token_budget, max_seqs } = this.#engine;
    const before = this.#counts.preemptions;
    this.#grant();
    const decoding = this.#running.filter(({ isPrefill }) => !isPrefill);
    let room = token_budget - decoding.length;
    const chunks = new Map<Naive, number>();
    const prefill = (request: Naive) => {
      const chunk = Math.min(request.target - request.context, room);
      chunks.set(request, chunk);
      room -= chunk;
    };
    for (const request of this.#running) if (request.isPrefill) prefill(request);
    if (this.#counts.preemptions === before) {
      while (
        this.#waiting.length > 0 &&
        room > 0 &&
        this.#running.length < max_seqs &&
        this.#admit(this.#waiting[0], now)
      ) {
        prefill(this.#waiting[0]);
        this.#waiting.shift();
      }
    }
    const users = [...this.#held.values()].filter((one) => one.users > 0);
    const used = this.#engine.kv_blocks - this.#free.length;
    const counted = users.reduce((sum, { blocks }) => sum + blocks.length, 0);
    const owned = this.#running.reduce((sum, { own }) => sum + own.length, 0);
    if (used !== counted + owned) throw new Error(`blocks are lost: ${used} used, ${counted} + ${owned} held`);
    this.#counts.peak_kv_blocks = Math.max(this.#counts.peak_kv_blocks, used);
    if (this.#running.length === 0) return undefined;
    const took = this.#took(decoding, chunks);
    this.#counts.steps++;
    this.#counts.busy_s += took / 1e6;
    for (const request of [...this.#running]) this.#advance(request, chunks.get(request), now + took);
    return now + took;
  }

  #took(decoding: readonly Naive[], chunks: ReadonlyMap<Naive, number>): number {
    const { c0 = 0, cB = 0, cPf = 0, cDec = 0, hide = 0, cAtt = 0, cKV = 0, cTP = 0 } = this.#engine.coefficients_us;
    const prompt = [...chunks.values()].reduce((sum, chunk) => sum + chunk, 0);
    const pairs = [...chunks].reduce((sum, [{ context }, chunk]) => sum + chunk * (context + chunk / 2), 0);
    const contexts = decoding.reduce((sum, { context }) => sum + context + 1, 0);
    const n = decoding.length;
    const arithmetic = Math.max(0, cPf * prompt + cDec * n - hide);
    return c0 + cB * n + arithmetic + cAtt * pairs + cKV * contexts + cTP * (prompt + n);
  }

  /** A block for each decoding request that has filled its last. */
  #grant(): void {
    if (this.#engine.admit === 'reserve') return;
    for (const request of [...this.#running]) {
      if (!this.#running.includes(request) || request.isPrefill || request.context % 16 !== 0) continue;
      while (this.#free.length === 0 && this.#running.includes(request)) this.#preempt();
      if (this.#running.includes(request)) request.own.push(...this.#takeFree(1));
    }
  }

  #preempt(): void {
    const byWorth = [...this.#running].sort(
      (a, b) => priorityOf(a) - priorityOf(b) || b.queuedAt - a.queuedAt || b.index - a.index,
    );
    const victim = this.#engine.policy === 'priority' ? byWorth[0] : this.#running[this.#running.length - 1];
    this.#stop(victim);
    this.#running = this.#running.filter((other) => other !== victim);
    this.#waiting.unshift(victim);
    this.#sortWaiting();
    this.#counts.preemptions++;
    if (!this.#isCancelled(victim)) this.#outcomes[victim.index].preemptions++;
  }

  #admit(request: Naive, now: number): boolean {
    const { prompt_tokens, output_tokens, prefix } = request.asked;
    const { admit, prefix_cache } = this.#engine;
    const isChat = prefix?.retain === 'context';
    const share =
      prefix === undefined || !prefix_cache ? 0 : Math.floor(Math.min(prefix.tokens, prompt_tokens - 1) / 16);
    const usesPrefix = prefix !== undefined && prefix_cache && (share > 0 || isChat);
    const entry = usesPrefix ? this.#held.get(prefix.id) : undefined;
    const found = Math.min(entry?.blocks.length ?? 0, share);
    const target = prompt_tokens + request.generated;
    const needed = Math.ceil((admit === 'reserve' ? prompt_tokens + output_tokens - 1 : target) / 16) - found;
    const isHeld = entry !== undefined && entry.users > 0;
    if (needed > this.#free.length - (isHeld ? 0 : found)) return false;
    Object.assign(request, { target, share, found, usesPrefix, context: found * 16, isPrefill: true });
    if (usesPrefix) this.#use(prefix.id, found);
    const taken = this.#takeFree(needed);
    if (usesPrefix) {
      const { blocks } = this.#held.get(prefix.id) ?? { blocks: [] as Block[] };
      blocks.push(...taken.splice(0, Math.max(0, share - blocks.length)));
    }
    request.own = taken;
    this.#running.push(request);
    this.#counts.hit_tokens += found * 16;
    const outcome = this.#outcomes[request.index];
    outcome.hit_tokens ??= found * 16;
    outcome.admitted_s ??= now / 1e6;
    return true;
  }

  /** Found blocks leave the free queue; what lay beyond them is found no more. */
  #use(id: string, found: number): void {
    const entry = this.#held.get(id) ?? { blocks: [], users: 0 };
    this.#held.set(id, entry);
    if (entry.users++ > 0) return;
    for (const [position, block] of entry.blocks.entries()) {
      block.key = undefined;
      if (position < found) this.#free.splice(this.#free.indexOf(block), 1);
    }
    entry.blocks.length = found;
  }

  #takeFree(count: number): Block[] {
    const taken = this.#free.splice(0, count);
    if (taken.length < count) throw new Error('taken more than there is');
    for (const block of taken) {
      if (block.key === undefined) continue;
      const entry = this.#held.get(block.key);
      entry?.blocks.pop();
      if (entry?.blocks.length === 0) this.#held.delete(block.key);
      block.key = undefined;
    }
    return taken;
  }

  #advance(request: Naive, chunk: number | undefined, now: number): void {
    const outcome = this.#outcomes[request.index];
    if (chunk === undefined) {
      request.context++;
      this.#counts.decode_tokens++;
    } else {
      request.context += chunk;
      this.#counts.prefill_tokens += chunk;
      if (request.context < request.target) return;
      request.isPrefill = false;
    }
    const due = this.#deadline(request);
    if (due < now && !this.#isCancelled(request)) this.#cancel(request, due);
    if (!this.#isCancelled(request)) outcome.first_token_s ??= now / 1e6;
    request.generated++;
    request.lastToken = request.generated < request.asked.output_tokens ? now : never;
    if (request.generated < request.asked.output_tokens) return;
    const { a1 = 0, a2 = 0 } = this.#engine.overheads_us;
    const end = now + a1 + a2 * request.asked.output_tokens;
    const deadline = this.#deadline(request);
    if (deadline < end && !this.#isCancelled(request)) this.#cancel(request, deadline);
    if (!this.#isCancelled(request)) outcome.end_s = end / 1e6;
    this.#finish(request);
  }

  #finish(request: Naive): void {
    const { prefix, prompt_tokens, output_tokens } = request.asked;
    if (prefix?.retain === 'context' && request.usesPrefix) {
      const { blocks } = this.#held.get(prefix.id) ?? { blocks: [] as Block[] };
      const kept = Math.floor((prompt_tokens + output_tokens - 1) / 16) - blocks.length;
      if (kept > 0) blocks.push(...request.own.splice(0, kept));
    }
    this.#giveBack(request);
    this.#running = this.#running.filter((other) => other !== request);
  }

  #stop(request: Naive): void {
    const entry = this.#held.get(request.asked.prefix?.id ?? '');
    if (request.isPrefill && request.usesPrefix && entry !== undefined && request.found < request.share) {
      const kept = Math.max(request.found, Math.min(request.share, Math.floor(request.context / 16)));
      request.own.push(...entry.blocks.splice(entry.blocks.length - (request.share - kept)));
    }
    this.#giveBack(request);
  }

  #giveBack(request: Naive): void {
    this.#free.push(...request.own);
    request.own = [];
    const id = request.asked.prefix?.id;
    const entry = this.#held.get(id ?? '');
    if (!request.usesPrefix || id === undefined || entry === undefined || --entry.users > 0) return;
    // The tail lies in front, so that it goes first.
    for (const block of [...entry.blocks].reverse()) {
      block.key = id;
      this.#free.push(block);
    }
    if (entry.blocks.length === 0) this.#held.delete(id);
  }
}

const priorityOf = ({ asked }: Naive): number => asked.priority ?? 0;
