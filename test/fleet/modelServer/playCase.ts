import { happening, ModelServers } from '../../../src/fleet/modelServer/modelServers.js';
import { type ModelServerSettings, neverFits } from '../../../src/fleet/modelServer/settings.js';
import { noOverheads, noStepTimes } from '../../../src/fleet/modelServer/stepTime.js';
import type { CaseRequest, CaseResult, EngineCase, RequestOutcome, Sample } from './engineCase.js';

export function settingsOf({ engine }: EngineCase): ModelServerSettings {
  const { c0 = 0, cB = 0, cPf = 0, cDec = 0, hide = 0, cAtt = 0, cKV = 0, cTP = 0 } = engine.coefficients_us;
  const { a0 = 0, a1 = 0, a2 = 0 } = engine.overheads_us ?? {};
  return {
    step: {
      ...noStepTimes,
      base: c0,
      perSequence: cB,
      perPrefillToken: cPf,
      perDecodeToken: cDec,
      hidden: hide,
      attention: cAtt,
      perContextToken: cKV,
      allReduce: cTP,
    },
    overheads: { ...noOverheads, overheadIn: a0, overheadOut: a1, perOutputToken: a2 },
    kvBlocks: engine.kv_blocks,
    maxSequences: engine.max_seqs,
    tokenBudget: engine.token_budget,
    admit: engine.admit ?? 'prompt',
    policy: engine.policy ?? 'fcfs',
    prefixCache: engine.prefix_cache ?? true,
    lookahead: engine.lookahead ?? 0,
    maxModelTokens: engine.max_model_tokens ?? Number.POSITIVE_INFINITY,
  };
}

/** When a client gives up, microseconds; Infinity for never. */
interface Patience {
  readonly total: number;
  readonly firstToken: number;
}

/** Plays a case on the model servers: the clock, the clients' patience and the pick are here. */
export function playCase(input: EngineCase): CaseResult {
  return new CasePlay(input).play();
}

class CasePlay {
  readonly #input: EngineCase;
  readonly #servers = new ModelServers();
  readonly #settings: ModelServerSettings;
  readonly #outcomes: RequestOutcome[];
  /** [request] */
  readonly #rows: number[] = [];
  readonly #patience: Patience[];
  /** [request] when it is asked next whether its tokens have stalled, as `Routes.isStalled` is */
  readonly #asksAt: number[];
  readonly #live = new Set<number>();
  readonly #samples: Sample[] = [];
  readonly #underWay: number[];
  readonly #picked: number[];
  #picks = 0;

  constructor(input: EngineCase) {
    const replicas = input.replicas ?? 1;
    this.#input = input;
    this.#settings = settingsOf(input);
    for (let index = 0; index < replicas; index++) this.#servers.add(index, this.#settings);
    this.#outcomes = input.requests.map(() => ({
      outcome: 'refused',
      replica: null,
      admitted_s: null,
      first_token_s: null,
      end_s: null,
      preemptions: 0,
      hit_tokens: null,
    }));
    this.#patience = input.requests.map(({ arrival_s, timeout_s, first_token_timeout_s }) => ({
      total: timeout_s === undefined ? Number.POSITIVE_INFINITY : arrival_s * 1e6 + timeout_s * 1e6,
      firstToken:
        first_token_timeout_s === undefined ? Number.POSITIVE_INFINITY : arrival_s * 1e6 + first_token_timeout_s * 1e6,
    }));
    this.#asksAt = input.requests.map(() => Number.NEGATIVE_INFINITY);
    this.#underWay = Array.from({ length: replicas }, () => 0);
    this.#picked = Array.from({ length: replicas }, (_, index) => index - replicas);
  }

  play(): CaseResult {
    const { requests, sample_times_s = [] } = this.#input;
    const order = requests.map((_, index) => index).sort((a, b) => requests[a].arrival_s - requests[b].arrival_s);
    const samples = [...sample_times_s].sort((a, b) => a - b);
    for (;;) {
      const server = this.#servers.nextMicroseconds;
      const [leaver, leaves] = this.#nextToLeave();
      const arrival = order.length === 0 ? Number.POSITIVE_INFINITY : requests[order[0]].arrival_s * 1e6;
      const sample = samples.length === 0 ? Number.POSITIVE_INFINITY : samples[0] * 1e6;
      const next = Math.min(server, leaves, arrival, sample);
      if (next === Number.POSITIVE_INFINITY) break;
      if (server === next) this.#proceed();
      else if (leaves === next && this.#asksAt[leaver] === leaves) this.#ask(leaver, leaves);
      else if (leaves === next) this.#giveUp(leaver, leaves);
      else if (arrival === next) this.#arrive(order.shift() ?? 0, arrival);
      else this.#read(samples.shift() ?? 0);
    }
    const replicas = this.#underWay.map((_, index) => {
      const replica = this.#servers.replica(index);
      return {
        steps: replica.steps,
        busy_s: replica.busyMicroseconds / 1e6,
        prefill_tokens: replica.prefillTokens,
        decode_tokens: replica.decodeTokens,
        hit_tokens: replica.hitTokens,
        preemptions: replica.preemptions,
        peak_kv_blocks: replica.peakKvBlocks,
      };
    });
    return { requests: this.#outcomes, replicas, samples: this.#samples };
  }

  #nextToLeave(): [request: number, microseconds: number] {
    let [leaver, leaves] = [-1, Number.POSITIVE_INFINITY];
    for (const request of this.#live) {
      const { total, firstToken } = this.#patience[request];
      const first = this.#servers.requests.firstTokenMicroseconds[this.#rows[request]];
      const idle = (this.#input.requests[request].idle_timeout_s ?? Infinity) * 1e6;
      // Before the first token nothing can stall: a client of nanoseconds would ask without end.
      if (!Number.isNaN(first)) this.#asksAt[request] = Math.max(this.#asksAt[request], first + idle);
      const at = Number.isNaN(first) ? Math.min(total, firstToken) : Math.min(total, this.#asksAt[request]);
      if (at < leaves) [leaver, leaves] = [request, at];
    }
    return [leaver, leaves];
  }

  #proceed(): void {
    const row = this.#servers.proceed();
    if (row < 0 || this.#servers.happened !== happening.ended) return;
    const request = this.#servers.requests.caller[row];
    this.#note(request);
    this.#outcomes[request].outcome = 'completed';
    this.#outcomes[request].end_s = this.#servers.requests.endMicroseconds[row] / 1e6;
    this.#forget(request);
    this.#servers.requests.drop(row);
  }

  #ask(request: number, microseconds: number): void {
    const last = this.#servers.lastTokenAt(this.#rows[request], microseconds);
    const due = last + (this.#input.requests[request].idle_timeout_s ?? Infinity) * 1e6;
    if (due <= microseconds) this.#giveUp(request, microseconds);
    else this.#asksAt[request] = due;
  }

  #giveUp(request: number, microseconds: number): void {
    this.#note(request);
    this.#outcomes[request].outcome = 'cancelled';
    this.#outcomes[request].cancelled_s = microseconds / 1e6;
    this.#forget(request);
    this.#servers.giveUp(this.#rows[request], microseconds);
  }

  #note(request: number): void {
    const { requests } = this.#servers;
    const row = this.#rows[request];
    const outcome = this.#outcomes[request];
    const admitted = requests.admittedMicroseconds[row];
    const firstToken = requests.firstTokenMicroseconds[row];
    outcome.admitted_s = Number.isNaN(admitted) ? null : admitted / 1e6;
    outcome.first_token_s = Number.isNaN(firstToken) ? null : firstToken / 1e6;
    outcome.preemptions = requests.preemptions[row];
    outcome.hit_tokens = Number.isNaN(admitted) ? null : requests.hitTokens[row];
  }

  #forget(request: number): void {
    this.#live.delete(request);
    this.#underWay[this.#outcomes[request].replica ?? 0]--;
  }

  #arrive(request: number, microseconds: number): void {
    const asked = this.#input.requests[request];
    if (neverFits(this.#settings, asked.prompt_tokens, asked.output_tokens)) return;
    const replica = this.#pick();
    this.#outcomes[request].replica = replica;
    this.#underWay[replica]++;
    const row = this.#take(asked);
    this.#servers.requests.caller[row] = request;
    this.#rows[request] = row;
    this.#live.add(request);
    this.#servers.enter(row, replica, microseconds);
  }

  #take(asked: CaseRequest): number {
    const { requests } = this.#servers;
    const row = requests.take();
    requests.promptTokens[row] = asked.prompt_tokens;
    requests.outputTokens[row] = asked.output_tokens;
    requests.priority[row] = asked.priority ?? 0;
    if (asked.prefix !== undefined) {
      requests.prefix[row] = prefixNumber(asked.prefix.id);
      requests.prefixTokens[row] = asked.prefix.tokens;
      requests.keepsContext[row] = asked.prefix.retain === 'context' ? 1 : 0;
    }
    return row;
  }

  #pick(): number {
    if (this.#input.pick !== 'least-requests') return this.#picks++ % this.#underWay.length;
    let best = 0;
    for (const [index, underWay] of this.#underWay.entries()) {
      const isBetter =
        underWay < this.#underWay[best] ||
        (underWay === this.#underWay[best] && this.#picked[index] < this.#picked[best]);
      if (isBetter) best = index;
    }
    this.#picked[best] = this.#picks++;
    return best;
  }

  #read(seconds: number): void {
    const reading = { running: 0, waiting: 0, kvUsedBlocks: 0, kvCachedBlocks: 0 };
    const replicas = this.#underWay.map((_, replica) => {
      this.#servers.readAt(replica, seconds * 1e6, reading);
      return {
        replica,
        running: reading.running,
        waiting: reading.waiting,
        kv_used_blocks: reading.kvUsedBlocks,
        kv_cached_blocks: reading.kvCachedBlocks,
      };
    });
    this.#samples.push({ time_s: seconds, replicas });
  }
}

const prefixNumbers = new Map<string, number>();

function prefixNumber(id: string): number {
  const known = prefixNumbers.get(id) ?? prefixNumbers.size;
  prefixNumbers.set(id, known);
  return known;
}
