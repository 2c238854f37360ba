import { mixBits } from '../../random/keyHash.js';
import * as double from '../../traffic/double.js';
import type { ToolUse } from '../../traffic/sessions/sessions.js';
import * as word from '../../traffic/word.js';
import type { GatewayOptions } from '../gatewayOptions.js';
import { serviceOf } from '../serviceOf.js';
import { CallArrival } from './callArrival.js';
import type { PlannedCall } from './callPlan.js';
import type { CalledClass } from './callSampler.js';
import type { CallsDoor } from './callsDoor.js';
import type { CallsSetup } from './callsSetup.js';
import * as link from './link.js';

/** Golden ratio and another odd constant: they keep the steps of a way apart. */
const [CALL_STEP, INDEX_STEP] = [0x9e3779b1, 0x85ebca6b];

/** The rows of calls as they begin: whose they are, what they need and where they go. Hot where a class calls. */
export class CallRows {
  readonly #options: GatewayOptions;
  readonly #setup: CallsSetup;
  /** [profile] where it goes, if to one service */
  readonly #services: Int32Array;
  readonly #door: CallsDoor;
  readonly #arrival: CallArrival;
  /** Whether a cache answers the call that began last. */
  isCached = false;

  constructor(options: GatewayOptions, setup: CallsSetup, door: CallsDoor) {
    this.#options = options;
    this.#setup = setup;
    this.#door = door;
    this.#arrival = new CallArrival(options.requests, options.runtimes.length);
    this.#services = Int32Array.from(options.profiles, ({ routes }) => routes[0].service);
  }

  /** A call of a request. */
  begin(caller: number, call: PlannedCall, index: number): number {
    const { requests, hasConsumers } = this.#options;
    const row = this.#allocate();
    const { doubles, words } = requests;
    doubles[(row << 4) | double.arrivalNumber] = doubles[(caller << 4) | double.arrivalNumber];
    words[(row << 5) | word.user] = words[(caller << 5) | word.user];
    // Whoever asked at the top pays for all that follows.
    if (hasConsumers) requests.askedBy(row, requests.consumers[caller]);
    this.#link(caller, row, call, index);
    this.#draw(row, call);
    return row;
  }

  /** A tool of an agent: a call that no request waits for, but its session. */
  beginTool(use: ToolUse, call: PlannedCall): number {
    const { requests, hasConsumers } = this.#options;
    const row = this.#allocate();
    requests.doubles[(row << 4) | double.arrivalNumber] = use.arrivalNumber;
    requests.words[(row << 5) | word.user] = use.user;
    if (hasConsumers) requests.askedBy(row, use.consumer);
    const { words: links } = this.#setup.links;
    const to = row << 4;
    const path = stepOn(0, call.number, use.index);
    links[to | link.caller] = -1;
    links[to | link.call] = call.number;
    links[to | link.root] = use.source;
    links[to | link.path] = path;
    links[to | link.tryPath] = path;
    links[to | link.session] = use.session;
    links[to | link.isGivenUp] = 0;
    this.#draw(row, call);
    return row;
  }

  #allocate(): number {
    const { requests, clock } = this.#options;
    const row = requests.allocate();
    this.#setup.links.reserve(row);
    const { doubles, words } = requests;
    const instant = row << 4;
    doubles[instant | double.arrival] = clock.nowSeconds;
    doubles[instant | double.errorUniform] = 1;
    doubles[instant | double.waited] = 0;
    words[(row << 5) | word.flags] = 0;
    words[(row << 5) | word.tries] = 1;
    return row;
  }

  #link(caller: number, row: number, call: PlannedCall, index: number): void {
    const { words: links } = this.#setup.links;
    const tries = this.#options.requests.words[(caller << 5) | word.tries];
    const from = caller << 4;
    const to = row << 4;
    const path = stepOn(links[from | link.path], call.number, index);
    links[to | link.caller] = caller;
    links[to | link.callerSerial] = links[from | link.serial];
    links[to | link.call] = call.number;
    links[to | link.root] = links[from | link.root];
    links[to | link.path] = path;
    links[to | link.isGivenUp] = 0;
    // The caller's own tries are part of the way, or all its tries would meet the same errors.
    links[to | link.tryPath] = stepOn(links[from | link.tryPath] ^ Math.imul(tries, CALL_STEP), path, index);
  }

  /** What the call needs, and where it goes. */
  #draw(row: number, { profile }: PlannedCall): void {
    const { words } = this.#options.requests;
    const { links, sampler, classes } = this.#setup;
    const called = classes[profile] as CalledClass; // safe: the profile is that of a called class
    const at = row << 4;
    const root = links.words[at | link.root];
    sampler.draw(called, row, root, links.words[at | link.path]);
    const service = called.hasRoutes
      ? serviceOf(this.#options.profiles[profile], sampler.routeUniform)
      : this.#services[profile];
    if (called.drawsErrors) sampler.drawError(row, root, links.words[at | link.tryPath]);
    words[(row << 5) | word.group] = profile * this.#options.runtimes.length + service;
    words[(row << 5) | word.service] = service;
    this.isCached = called.goesToAiRoute && this.#route(row, called);
  }

  /** Its route says where it goes. @returns whether a cache answers it */
  #route(row: number, { prefix }: CalledClass): boolean {
    const { words } = this.#options.requests;
    const block = this.#arrival.fill(row, this.#setup.sampler.routeUniform, prefix !== undefined);
    const isCached = this.#door.choose(block, 0, row);
    words[(row << 5) | word.group] = block.groups[0];
    words[(row << 5) | word.service] = block.services[0];
    return isCached;
  }
}

/** One step further on the way from the top. */
export function stepOn(path: number, call: number, index: number): number {
  return mixBits(path ^ (Math.imul(call + 1, CALL_STEP) + Math.imul(index + 1, INDEX_STEP)));
}
