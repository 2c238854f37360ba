import { invariant } from '../../base/invariant.js';
import type { Clock } from '../../kernel/clock.js';
import { grown } from '../../kernel/columns.js';
import * as double from '../../traffic/double.js';
import * as place from '../../traffic/place.js';
import type { RequestTable } from '../../traffic/requestTable.js';
import * as word from '../../traffic/word.js';
import type { InstanceTable } from '../instanceTable.js';
import { stage } from '../modelServer/modelRequests.js';
import { happening, ModelServers } from '../modelServer/modelServers.js';
import { nothingRead } from '../modelServer/replicaReading.js';
import { BLOCK_TOKENS, shareBlocksOf } from '../modelServer/settings.js';
import type { ModelListener, ModelMeter, ModelReading, Serving, ServingContext, ServingVariant } from '../serving.js';
import { PrefixLosses } from './prefixLosses.js';
import { touchSlots } from './touchSlots.js';

export const modelServer: ServingVariant = {
  name: 'model-server',
  summary: 'Requests are the batch of a server of a language model, which works in iterations',
  fits: ({ isModel }) => isModel,
  build: (context) => new ModelServing(context),
};

/**
 * The instances that are model servers, on the clock of the run.
 *
 * Idea: the servers count microseconds, the run counts seconds. `nextSeconds` is the first double of which the microseconds
 * are no less than those of what is next, so that whatever happens at a clock, taken to microseconds, comes before and after
 * the same things as on the servers' own clock.
 * A request's prompt and answer are in its columns of cpu and io, which it has no other use for.
 */
class ModelServing implements Serving, ModelMeter {
  readonly meter = this;
  listener: ModelListener | undefined;
  readonly hasBackground = false;
  nextSeconds = Number.POSITIVE_INFINITY;
  readonly #clock: Clock;
  readonly #requests: RequestTable;
  readonly #instances: InstanceTable;
  readonly #models: ServingContext['models'];
  readonly #groups: ServingContext['groups'];
  readonly #priorities: ServingContext['priorities'];
  readonly #prefixCounts: ServingContext['prefixCounts'];
  readonly #servers = new ModelServers();
  /** [instance] 1: it has a server, which begins with its first request or pause */
  #hasServer = new Uint8Array(64);
  /** [row of the gateway] row of the servers */
  #rows = new Int32Array(64);
  /** [service] where prompts share beginnings and a server has gone */
  readonly #losses: (PrefixLosses | undefined)[] = [];
  /** [service] of servers that are gone */
  readonly #kvPeakBlocks: number[] = [];

  constructor(context: ServingContext) {
    this.#clock = context.clock;
    this.#requests = context.requests;
    this.#instances = context.instances;
    this.#models = context.models;
    this.#groups = context.groups;
    this.#priorities = context.priorities;
    this.#prefixCounts = context.prefixCounts;
  }

  begin(instance: number, row: number): void {
    const { doubles, words } = this.#requests;
    const instances = this.#instances;
    const clock = this.#clock;
    const servers = this.#servers;
    this.touch(instance);
    instances.inside[instance]++;
    instances.begun[instance]++;
    this.#startServer(instance);
    const entry = servers.requests.take();
    servers.requests.promptTokens[entry] = doubles[(row << 4) | double.cpu];
    servers.requests.outputTokens[entry] = doubles[(row << 4) | double.io];
    servers.requests.caller[entry] = row;
    servers.requests.priority[entry] = this.#priorities.of(row);
    const { isSession } = this.#groups[words[(row << 5) | word.group]];
    const prefixTokens = this.#prefixTokensOf(row);
    if (isSession || prefixTokens > 0) {
      servers.requests.prefix[entry] = this.#requests.prefixes[row];
      servers.requests.prefixTokens[entry] = prefixTokens;
      servers.requests.keepsContext[entry] = isSession ? 1 : 0;
    }
    while (row >= this.#rows.length) this.#rows = grown(this.#rows);
    this.#rows[row] = entry;
    words[(row << 5) | word.place] = place.io;
    servers.enter(entry, instance, clock.nowSeconds * 1e6);
    this.#findNext();
  }

  goOn(): void {
    invariant(false, 'calls of a request with tokens');
  }

  hold(): void {
    invariant(false, 'calls of a request with tokens');
  }

  beginCheck(): void {
    invariant(false, 'a check with cpu of a model server');
  }

  finish(): number {
    const servers = this.#servers;
    const entry = servers.proceed();
    let row = -1;
    if (entry >= 0 && servers.happened === happening.ended) {
      row = servers.requests.caller[entry];
      this.#count(entry, row);
      servers.requests.drop(entry);
      this.#leave(row);
    } else if (entry >= 0) this.#tell(entry);
    this.#findNext();
    return row;
  }

  /** The server notices at its next boundary. */
  cancel(row: number): void {
    const clock = this.#clock;
    this.#servers.giveUp(this.#rows[row], clock.nowSeconds * 1e6);
    this.#leave(row);
    this.#findNext();
  }

  pause(instance: number): void {
    const instances = this.#instances;
    const clock = this.#clock;
    this.touch(instance);
    this.#startServer(instance);
    instances.pausedSinceSeconds[instance] = clock.nowSeconds;
    this.#servers.pause(instance, clock.nowSeconds * 1e6);
    this.#findNext();
  }

  resume(instance: number): void {
    const instances = this.#instances;
    const clock = this.#clock;
    this.touch(instance);
    instances.pausedSeconds[instance] += clock.nowSeconds - instances.pausedSinceSeconds[instance];
    instances.pausedSinceSeconds[instance] = Number.NaN;
    this.#servers.resume(instance, clock.nowSeconds * 1e6);
    this.#findNext();
  }

  touch(instance: number): void {
    const clock = this.#clock;
    touchSlots(this.#instances, instance, clock.nowSeconds);
  }

  /** Its memory is gone with it: the next server in this row begins with an empty one. */
  clear(instance: number): void {
    if (instance >= this.#hasServer.length || this.#hasServer[instance] === 0) return;
    this.#hasServer[instance] = 0;
    const service = this.#instances.service[instance];
    this.#kvPeakBlocks[service] = Math.max(
      this.#kvPeakBlocks[service] ?? 0,
      this.#servers.replica(instance).peakKvBlocks,
    );
    if (this.#prefixCounts[service] !== undefined) this.#losePrefixes(instance, service);
    this.#servers.remove(instance);
    this.#findNext();
  }

  cpuFactor(): number {
    return 1;
  }

  burstOf(): undefined {}

  burn(): void {}

  read(instance: number, reading: ModelReading): void {
    const clock = this.#clock;
    const settings = this.#models[this.#instances.service[instance]];
    Object.assign(reading, nothingRead);
    reading.kvBlocks = settings?.kvBlocks ?? 0;
    if (instance >= this.#hasServer.length || this.#hasServer[instance] === 0) return;
    this.#servers.readAt(instance, clock.nowSeconds * 1e6, reading);
    this.#servers.countersAt(instance, clock.nowSeconds * 1e6, reading);
  }

  followPrefixes(): void {
    this.#servers.followPrefixes();
  }

  holdersOf(row: number): readonly number[] {
    return this.#servers.holdersOf(this.#requests.prefixes[row]);
  }

  foundShare(instance: number, row: number): number {
    const { doubles, prefixes } = this.#requests;
    const clock = this.#clock;
    const prefixTokens = this.#prefixTokensOf(row);
    const isCaching = this.#models[this.#instances.service[instance]]?.prefixCache === true;
    if (prefixTokens === 0 || !isCaching || this.#hasServer[instance] !== 1) return 0;
    const shareBlocks = shareBlocksOf(prefixTokens, doubles[(row << 4) | double.cpu]);
    const storedBlocks = this.#servers.storedBlocksAt(instance, clock.nowSeconds * 1e6, prefixes[row]);
    return shareBlocks === 0 ? 0 : Math.min(storedBlocks, shareBlocks) / shareBlocks;
  }

  lastTokenSeconds(row: number): number {
    const clock = this.#clock;
    return this.#servers.lastTokenAt(this.#rows[row], clock.nowSeconds * 1e6) / 1e6;
  }

  kvPeakRatio(service: number): number {
    const instances = this.#instances;
    let peakBlocks = this.#kvPeakBlocks[service] ?? 0;
    for (let instance = 0; instance < this.#hasServer.length; instance++) {
      if (this.#hasServer[instance] === 0 || instances.service[instance] !== service) continue;
      peakBlocks = Math.max(peakBlocks, this.#servers.replica(instance).peakKvBlocks);
    }
    return peakBlocks / (this.#models[service]?.kvBlocks ?? 1);
  }

  /** Something happened to a request that goes on. */
  #tell(entry: number): void {
    const { requests, happened } = this.#servers;
    // A fault of this very instant may have ended it before it was told.
    if (requests.stage[entry] === stage.free || requests.isGivenUp[entry] === 1) return;
    const row = requests.caller[entry];
    const clock = this.#clock;
    if (happened === happening.firstToken) {
      this.#requests.doubles[(row << 4) | double.firstToken] = clock.nowSeconds;
      this.listener?.firstToken(row);
    } else if (happened === happening.preempted)
      this.listener?.preempted(this.#instances.service[requests.replica[entry]]);
  }

  #startServer(instance: number): void {
    while (instance >= this.#hasServer.length) this.#hasServer = grown(this.#hasServer);
    if (this.#hasServer[instance] === 1) return;
    const settings = this.#models[this.#instances.service[instance]];
    invariant(settings !== undefined, 'a model server without a model');
    this.#hasServer[instance] = 1;
    this.#servers.add(instance, settings);
    // A fault may pause what has not begun yet.
    const pausedSince = this.#instances.pausedSinceSeconds[instance];
    if (!Number.isNaN(pausedSince)) this.#servers.pause(instance, pausedSince * 1e6);
  }

  /** What the prompt of an answered try cost, where prompts share beginnings. */
  #count(entry: number, row: number): void {
    const { doubles, words } = this.#requests;
    const counts = this.#prefixCounts[words[(row << 5) | word.service]];
    if (counts === undefined) return;
    const { prefix, promptTokens, prefixTokens, hitTokens, admittedMicroseconds } = this.#servers.requests;
    const lost = this.#losses[words[(row << 5) | word.service]]?.lookedUp({
      prefix: prefix[entry],
      shareBlocks: shareBlocksOf(prefixTokens[entry], promptTokens[entry]),
      foundBlocks: hitTokens[entry] / BLOCK_TOKENS,
      microseconds: admittedMicroseconds[entry],
    });
    const tokens = { prompt: promptTokens[entry], found: hitTokens[entry], lost: lost ?? 0 };
    counts.answered(doubles[(row << 4) | double.arrival], tokens);
  }

  #losePrefixes(instance: number, service: number): void {
    const clock = this.#clock;
    const microseconds = clock.nowSeconds * 1e6;
    this.#losses[service] ??= new PrefixLosses();
    for (const prefix of this.#servers.replica(instance).pool.prefixes) {
      const blocks = this.#servers.storedBlocksAt(instance, microseconds, prefix);
      this.#losses[service].lost(prefix, { blocks, microseconds });
    }
  }

  /** Tokens of the prompt that others share with it, or that its session brings along. */
  #prefixTokensOf(row: number): number {
    const { words, carriedTokens } = this.#requests;
    const { prefixTokens, isSession } = this.#groups[words[(row << 5) | word.group]];
    return isSession ? carriedTokens[row] : prefixTokens;
  }

  #leave(row: number): void {
    const instances = this.#instances;
    const instance = this.#requests.words[(row << 5) | word.instance];
    this.touch(instance);
    instances.inside[instance]--;
  }

  #findNext(): void {
    const micros = this.#servers.nextMicroseconds;
    const seconds = micros / 1e6;
    // A quotient may round below; the next double is above.
    this.nextSeconds = seconds * 1e6 < micros ? seconds * (1 + Number.EPSILON) : seconds;
  }
}
