import type { Serving } from '../../../fleet/serving.js';
import * as rank from '../../../kernel/rank.js';
import type { IndexedStream } from '../../../random/keyedStream.js';
import type { ArrivalBlock } from '../../../traffic/arrivalBlock.js';
import * as double from '../../../traffic/double.js';
import * as word from '../../../traffic/word.js';
import * as eventKind from '../../eventKind.js';
import type { QueuesOptions } from '../../queues.js';
import type { Route } from './route.js';
import type { FallbackCause } from './settings.js';

/** Told as it happens; only where somebody listens. */
export interface RouteNews {
  coolsDown(route: string, service: number, untilSeconds: number): void;
}

/** The draws of calls. */
export interface HopDraws {
  isCall(row: number): boolean;
  hopStream(row: number, tryNumber: number): IndexedStream;
}

type RoutesContext = QueuesOptions & { readonly serving: Pick<Serving, 'meter'> };

export interface RoutesOptions {
  /** [service] */
  readonly serviceNames: readonly string[];
  /** [profile] undefined for classes that go to services */
  readonly ofProfiles: readonly (Route | undefined)[];
  /** [source] draws among the services of a hop, by (arrival, tries so far) */
  readonly hopStreams: readonly IndexedStream[];
  readonly news: RouteNews;
  /** Filled as requests go on. */
  readonly counts: HopCount[];
  /** Begin of the measured span. */
  readonly fromSeconds: number;
}

/** Requests of a route that went from one of its services on to another; by intended arrival in the measured span. */
export interface HopCount {
  readonly route: string;
  readonly from: number;
  readonly to: number;
  /** After a failure. */
  moved: number;
  /** At their arrival, since the first was cooling down. */
  skipped: number;
}

/**
 * The routes of requests to models: where each goes first, and where next when it fails.
 *
 * A fallback is a retry that moves: the request keeps its row, its arrival and its tries, and belongs to the service where it
 * is. So it has one outcome, which is that of its last service.
 */
export class Routes {
  readonly #options: RoutesContext;
  readonly #parts: RoutesOptions;
  readonly #calls: HopDraws | undefined;
  readonly #serviceCount: number;
  /** [group] arrivals and what moved there, less what moved away: as many as have an outcome there, if all counts are right. Calls count where they have a route. */
  readonly balance: Float64Array;
  /** [group] of routes that do not go by weight: what a request was sent to first. */
  readonly sentCounts: Float64Array;

  constructor(options: RoutesContext, parts: RoutesOptions, calls: HopDraws | undefined) {
    this.#options = options;
    this.#parts = parts;
    this.#calls = calls;
    this.#serviceCount = options.runtimes.length;
    this.balance = new Float64Array(parts.ofProfiles.length * this.#serviceCount);
    this.sentCounts = new Float64Array(parts.ofProfiles.length * this.#serviceCount);
  }

  /** One that classes go to, by its name. */
  routeOf(name: string): Route | undefined {
    return this.#parts.ofProfiles.find((route) => route?.name === name);
  }

  /** Whether requests of the group go to a route. */
  isRouted(group: number): boolean {
    return this.#parts.ofProfiles[Math.floor(group / this.#serviceCount)] !== undefined;
  }

  /** By route, from and to. */
  get hopCounts(): readonly HopCount[] {
    return this.#parts.counts;
  }

  /**
   * The arrival of the block happens now: it goes where its route chooses, or elsewhere where that cools down, unless a cache answers it.
   *
   * @param call the row of a call, -1 for a request of a source
   */
  choose(block: ArrivalBlock, arrival: number, isCached: boolean, call: number): void {
    const route = this.#parts.ofProfiles[block.sources[arrival]];
    const isCounted = this.#isCounted(block.seconds[arrival]);
    if (route !== undefined) {
      const { chooser } = route;
      const isAsked = chooser !== undefined && !(isCached && chooser.isCode === true);
      const chosen = isAsked ? chooser.choose(block, arrival, always) : -1;
      if (chosen >= 0) this.#send(block, arrival, chosen);
      else if (route.hasMoved) this.#send(block, arrival, route.first(block.routeUniforms[arrival]));
      if (!isCached) {
        this.#passOver(route, block, arrival, call);
        chooser?.sent?.(block.services[arrival]);
        if (isCounted && chooser !== undefined) this.sentCounts[block.groups[arrival]]++;
      }
    }
    if (isCounted) this.balance[block.groups[arrival]]++;
  }

  /** Where the chosen service cools down another one gets the arrival, if there is one. */
  #passOver(route: Route, block: ArrivalBlock, arrival: number, call: number): void {
    const planned = block.services[arrival];
    const { nowSeconds } = this.#options.clock;
    if (!route.isCooling(planned, nowSeconds)) return;
    const { chooser } = route;
    const isOpen = (target: number) => !route.isCooling(target, nowSeconds);
    const open = chooser === undefined || chooser.isCode === true ? -1 : chooser.choose(block, arrival, isOpen);
    const service = open >= 0 ? open : this.#nextOf(route, block, arrival, call);
    if (service < 0) return;
    this.#send(block, arrival, service);
    if (this.#isCounted(block.seconds[arrival])) this.#countOf(route, planned, service).skipped++;
  }

  #nextOf(route: Route, block: ArrivalBlock, arrival: number, call: number): number {
    // A draw of its own: that of the weights lies where the service that cools down would be.
    const stream =
      this.#calls !== undefined && call >= 0
        ? this.#calls.hopStream(call, 0)
        : this.#drawsOf(block.sources[arrival], block.numbers[arrival], 0);
    return route.next(0, this.#options.clock.nowSeconds, stream.uniform());
  }

  #drawsOf(source: number, arrivalNumber: number, tryNumber: number): IndexedStream {
    const stream = this.#parts.hopStreams[source];
    stream.seek(arrivalNumber, tryNumber);
    return stream;
  }

  #send(block: ArrivalBlock, arrival: number, service: number): void {
    block.services[arrival] = service;
    block.groups[arrival] = block.sources[arrival] * this.#serviceCount + service;
  }

  /** A request begins in the row. */
  begin(row: number): void {
    const { requests } = this.#options;
    const route = this.#of(row);
    if (route !== undefined) requests.visit(row, route.bitOf(requests.words[(row << 5) | word.service]));
  }

  /** A try begins: its first token is waited for. */
  watch(row: number): void {
    const route = this.#of(row);
    if (route === undefined) return;
    const { clock, requests } = this.#options;
    requests.doubles[(row << 4) | double.firstToken] = -1;
    this.#plan(row, eventKind.firstTokenDue, clock.nowSeconds + route.ttftSeconds);
  }

  /** The first token of a try is out: the next one is waited for. */
  firstToken(row: number): void {
    const { idleSeconds = Number.POSITIVE_INFINITY } = this.#of(row) ?? {};
    this.#plan(row, eventKind.tokenDue, this.#options.clock.nowSeconds + idleSeconds);
  }

  #plan(row: number, kind: number, dueSeconds: number): void {
    if (dueSeconds === Number.POSITIVE_INFINITY) return;
    const { heap, requests } = this.#options;
    heap.push(dueSeconds, rank.timeout, kind, row, requests.words[(row << 5) | word.generation]);
  }

  /** Whether the last token of a try is out for as long as its client waits for the next one; else it is asked again when it would be. */
  isStalled(row: number): boolean {
    const { clock, requests } = this.#options;
    const route = this.#of(row);
    if (route === undefined || requests.isOrphan(row)) return false;
    const dueSeconds = this.#lastTokenSeconds(row) + route.idleSeconds;
    if (dueSeconds <= clock.nowSeconds) return true;
    this.#plan(row, eventKind.tokenDue, dueSeconds);
    return false;
  }

  #lastTokenSeconds(row: number): number {
    const { requests, runtimes, serving } = this.#options;
    const { provider } = runtimes[requests.words[(row << 5) | word.service]];
    return (provider ?? serving.meter)?.lastTokenSeconds(row) ?? Number.POSITIVE_INFINITY;
  }

  /** A try failed. */
  failed(row: number, cause: FallbackCause): void {
    const route = this.#of(row);
    if (route === undefined) return;
    const service = this.#options.requests.words[(row << 5) | word.service];
    route.chooser?.failed?.(service, cause === 'timeout' || cause === 'ttft-deadline');
    const untilSeconds = route.failed(service, cause, this.#options.clock.nowSeconds);
    if (untilSeconds > 0) this.#parts.news.coolsDown(route.name, service, untilSeconds);
  }

  /** A try is answered well. */
  answered(row: number): void {
    const chooser = this.#of(row)?.chooser;
    if (chooser?.answered === undefined) return;
    const { doubles, words } = this.#options.requests;
    const instant = row << 4;
    const ttftSeconds = doubles[instant | double.firstToken] - doubles[instant | double.tried];
    chooser.answered(words[(row << 5) | word.service], ttftSeconds);
  }

  /** The group in which the request goes on after a failure; -1 where no service is left for it. */
  next(row: number, cause: FallbackCause): number {
    const route = this.#of(row);
    if (route?.counts(cause) !== true) return -1;
    const { requests, clock } = this.#options;
    const { doubles, words } = requests;
    const profile = this.#profileOf(row);
    const tries = words[(row << 5) | word.tries];
    const stream =
      this.#calls?.isCall(row) === true
        ? this.#calls.hopStream(row, tries)
        : this.#drawsOf(profile, doubles[(row << 4) | double.arrivalNumber], tries);
    const service = route.next(requests.visited[row], clock.nowSeconds, stream.uniform());
    return service < 0 ? -1 : profile * this.#serviceCount + service;
  }

  /** The request goes on in the group. */
  move(row: number, group: number): void {
    const { requests } = this.#options;
    const route = this.#of(row);
    if (route === undefined) return;
    const { doubles, words } = requests;
    const at = row << 5;
    const service = group % this.#serviceCount;
    if (this.#isCounted(doubles[(row << 4) | double.arrival])) {
      this.#countOf(route, words[at | word.service], service).moved++;
      this.balance[words[at | word.group]]--;
      this.balance[group]++;
    }
    words[at | word.group] = group;
    words[at | word.service] = service;
    requests.visit(row, requests.visited[row] | route.bitOf(service));
  }

  #of(row: number): Route | undefined {
    return this.#parts.ofProfiles[this.#profileOf(row)];
  }

  #profileOf(row: number): number {
    return Math.floor(this.#options.requests.words[(row << 5) | word.group] / this.#serviceCount);
  }

  #isCounted(arrivalSeconds: number): boolean {
    return arrivalSeconds >= this.#parts.fromSeconds;
  }

  #countOf({ name }: Route, from: number, to: number): HopCount {
    const { counts } = this.#parts;
    const known = counts.find((one) => one.route === name && one.from === from && one.to === to);
    if (known !== undefined) return known;
    const count: HopCount = { route: name, from, to, moved: 0, skipped: 0 };
    counts.push(count);
    return count;
  }
}

const always = () => true;
