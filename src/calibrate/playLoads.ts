import { happening, ModelServers } from '../fleet/modelServer/modelServers.js';
import type { ModelServerSettings } from '../fleet/modelServer/settings.js';
import { openStream } from '../random/keyedStream.js';
import type { Stream } from '../random/stream.js';

/** What a benchmark sends to one server. */
export interface Load {
  /** Poisson arrivals with their number fixed, or so many requests inside at all times. */
  readonly arrivals:
    | { readonly ratePerSecond: number }
    | { readonly concurrency: number; readonly rampSeconds?: number };
  readonly requests: number;
  /** Drawn evenly, both ends included. */
  readonly promptTokens: readonly [least: number, most: number];
  readonly outputTokens: readonly [least: number, most: number];
  /** Prompts are sent in a cycle of so many; each is new where left out. */
  readonly distinctPrompts?: number | undefined;
}

/** What the client of a benchmark sees. */
export interface PlayedLoad {
  readonly e2eMilliseconds: Figures;
  readonly ttftMilliseconds: Figures;
  /** (E2E - TTFT) / (output - 1), the mean over requests of more than one token. */
  readonly tpotMeanMilliseconds: number;
  readonly throughputPerSecond: number;
  /** Requests inside, over the time from the first arrival to the last answer. */
  readonly insideMean: number;
}

export interface Figures {
  readonly mean: number;
  readonly p50: number;
  readonly p90: number;
  readonly p99: number;
}

/** Between two loads on one server. */
const pauseMicroseconds = 1e6;

/**
 * Plays loads one after the other on one server, whose prefix cache goes on from one to the next.
 *
 * The number of arrivals is fixed: gaps are exponential and scaled to fill their time, as benchmarks do it that send so many a
 * second for so long. @returns a figure for each load
 */
export function playLoads(settings: ModelServerSettings, loads: readonly Load[], seed: number): PlayedLoad[] {
  const servers = new ModelServers();
  servers.add(0, settings);
  let begin = 0;
  return loads.map((load, index) => {
    const play = new LoadPlay(servers, load, seed + index);
    const played = play.run(begin);
    begin = play.endMicroseconds + pauseMicroseconds;
    return played;
  });
}

class LoadPlay {
  endMicroseconds = 0;
  readonly #servers: ModelServers;
  readonly #load: Load;
  readonly #lengths: Stream;
  /** [request] microseconds; NaN while it is not there */
  readonly #arrivals: Float64Array;
  readonly #firstTokens: Float64Array;
  readonly #ends: Float64Array;
  readonly #outputs: Int32Array;
  /** [prompt of the cycle] */
  readonly #prompts: Int32Array;
  readonly #starts: number[] = [];
  #sent = 0;
  #ended = 0;

  constructor(servers: ModelServers, load: Load, seed: number) {
    const { requests, promptTokens } = load;
    const distinctPrompts = Math.min(load.distinctPrompts ?? 0, requests);
    this.#servers = servers;
    this.#load = load;
    // The prompts of a cycle are the same in every load of a server.
    const prompts = openStream({ seed: 0, replication: 0, owner: 'calibrate', purpose: 'prompts' });
    this.#lengths = openStream({ seed, replication: 0, owner: 'calibrate', purpose: 'lengths' });
    this.#prompts = Int32Array.from({ length: distinctPrompts }, () => drawn(promptTokens, prompts));
    this.#arrivals = new Float64Array(requests);
    this.#firstTokens = new Float64Array(requests);
    this.#ends = new Float64Array(requests);
    this.#outputs = new Int32Array(requests);
    if (!('ratePerSecond' in load.arrivals)) return;
    const arrivals = openStream({ seed, replication: 0, owner: 'calibrate', purpose: 'arrivals' });
    arrivals.exponentials(this.#arrivals, 0, requests);
    for (let request = 1; request < requests; request++) this.#arrivals[request] += this.#arrivals[request - 1];
    // One gap more follows the last request.
    const scale = (requests / load.arrivals.ratePerSecond) * 1e6;
    const sum = this.#arrivals[requests - 1] + arrivals.exponential();
    for (let request = 0; request < requests; request++) this.#arrivals[request] *= scale / sum;
  }

  run(begin: number): PlayedLoad {
    const { arrivals, requests } = this.#load;
    if ('concurrency' in arrivals) {
      const clients = Math.min(arrivals.concurrency, requests);
      const ramp = ((arrivals.rampSeconds ?? 0) * 1e6) / clients;
      for (let client = 0; client < clients; client++) this.#starts.push(begin + client * ramp);
    } else for (let request = 0; request < requests; request++) this.#arrivals[request] += begin;
    while (this.#ended < requests) {
      const next = this.#servers.nextMicroseconds;
      const isOpen = 'ratePerSecond' in arrivals && this.#sent < requests;
      if (isOpen && this.#arrivals[this.#sent] < next) this.#send(this.#arrivals[this.#sent]);
      else if (this.#starts.length > 0 && this.#starts[0] < next) this.#send(this.#starts.shift() ?? 0);
      else this.#proceed();
    }
    return this.#figures();
  }

  #send(now: number): void {
    const { requests } = this.#servers;
    const request = this.#sent++;
    const row = requests.take();
    const { promptTokens, outputTokens, distinctPrompts } = this.#load;
    requests.caller[row] = request;
    requests.outputTokens[row] = this.#outputs[request] = drawn(outputTokens, this.#lengths);
    if (distinctPrompts === undefined) requests.promptTokens[row] = drawn(promptTokens, this.#lengths);
    else {
      const prompt = request % distinctPrompts;
      requests.promptTokens[row] = requests.prefixTokens[row] = this.#prompts[prompt];
      requests.prefix[row] = prompt;
    }
    this.#arrivals[request] = now;
    this.#servers.enter(row, 0, now);
  }

  #proceed(): void {
    const row = this.#servers.proceed();
    if (row < 0 || this.#servers.happened !== happening.ended) return;
    const { requests } = this.#servers;
    const request = requests.caller[row];
    const now = requests.endMicroseconds[row];
    this.#firstTokens[request] = requests.firstTokenMicroseconds[row];
    this.#ends[request] = now;
    this.endMicroseconds = now;
    this.#ended++;
    requests.drop(row);
    if ('concurrency' in this.#load.arrivals && this.#sent + this.#starts.length < this.#load.requests) this.#send(now);
  }

  #figures(): PlayedLoad {
    const { requests } = this.#load;
    const e2e = this.#ends.map((end, request) => (end - this.#arrivals[request]) / 1000);
    const ttft = this.#firstTokens.map((first, request) => (first - this.#arrivals[request]) / 1000);
    let gaps = 0;
    let counted = 0;
    for (let request = 0; request < requests; request++) {
      if (this.#outputs[request] === 1) continue;
      gaps += (e2e[request] - ttft[request]) / (this.#outputs[request] - 1);
      counted++;
    }
    const span = (this.endMicroseconds - this.#arrivals[0]) / 1000;
    const e2eMilliseconds = figuresOf(e2e);
    return {
      e2eMilliseconds,
      ttftMilliseconds: figuresOf(ttft),
      tpotMeanMilliseconds: counted === 0 ? Number.NaN : gaps / counted,
      throughputPerSecond: (requests / span) * 1000,
      insideMean: (e2eMilliseconds.mean * requests) / span,
    };
  }
}

function drawn([least, most]: readonly [number, number], stream: Stream): number {
  return least + (most > least ? stream.below(most - least + 1) : 0);
}

/** Quantiles by the nearest rank. */
function figuresOf(values: Float64Array): Figures {
  const sorted = values.toSorted();
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
  return {
    mean: values.reduce((sum, value) => sum + value, 0) / values.length,
    p50: at(0.5),
    p90: at(0.9),
    p99: at(0.99),
  };
}
