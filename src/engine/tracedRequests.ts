import type { InstanceTable } from '../fleet/instanceTable.js';
import * as work from '../fleet/work.js';
import type { FallbackCause } from '../gateway/ai/routes/settings.js';
import type { CallLinks } from '../gateway/calls/callLinks.js';
import * as link from '../gateway/calls/link.js';
import type { RequestTracer } from '../gateway/requestTracer.js';
import * as outcome from '../record/outcome.js';
import { type EventFields, type EventKind, outcomeKinds, type Tell } from '../record/runEvents.js';
import { type AnswerJudge, verdict } from '../record/tokenBlock.js';
import { iterationsOfUser } from '../traffic/clients.js';
import * as double from '../traffic/double.js';
import * as place from '../traffic/place.js';
import { isHedge, isWrongHit } from '../traffic/requestFlag.js';
import { type RequestTable, waitsForInstance } from '../traffic/requestTable.js';
import { mostTurns } from '../traffic/sessions/settings.js';
import * as word from '../traffic/word.js';

export interface Tracing {
  readonly tell: Tell;
  readonly requests: RequestTable;
  readonly instances: InstanceTable;
  readonly sourceNames: readonly string[];
  readonly classNames: readonly string[];
  /** Behind the services the providers. */
  readonly serviceNames: readonly string[];
  /** Who called whom, where a class calls. */
  readonly links: CallLinks | undefined;
  /** [source] */
  readonly responseBytes: readonly number[];
  /** [class] */
  readonly areOfSessions: readonly boolean[];
  /** [service] model servers, or a provider */
  readonly takesTokens: readonly boolean[];
  /** [class] number of its first prefix, where it has prefixes */
  readonly firstPrefixOf: readonly (number | undefined)[];
  /** Empty where requests have none. */
  readonly consumerNames: readonly string[];
  /** Where models have a quality. */
  readonly judge: AnswerJudge | undefined;
  nowSeconds(): number;
}

/** Tells of every step of every request as events: who reads them can follow one from its arrival to its end. */
export class TracedRequests implements RequestTracer {
  readonly #options: Tracing;

  constructor(options: Tracing) {
    this.#options = options;
  }

  tried(row: number): void {
    const { requests, classNames, responseBytes } = this.#options;
    const arrival_s = requests.doubles[(row << 4) | double.arrival];
    const index = this.#sourceIndexOf(row);
    const names = { source: this.#sourceOf(row), class: classNames[index], service: this.#serviceOf(row) };
    const bytes = responseBytes[index];
    const size = bytes > 0 ? { response_bytes: bytes } : {};
    const isBeside = (requests.words[(row << 5) | word.flags] & isHedge) !== 0;
    const hedge = isBeside ? { hedge: true } : {};
    this.#tell('try', {
      ...this.#tryOf(row),
      ...names,
      arrival_s,
      ...this.#consumerOf(row),
      ...size,
      ...hedge,
      ...this.#callerOf(row),
    });
  }

  waits(row: number, instance: number): void {
    this.#tell('waits', { ...this.#tryOf(row), service: this.#serviceOf(row), instance: this.#numberOf(instance) });
  }

  waited(row: number, sinceSeconds: number): void {
    const wait_ms = (this.#options.nowSeconds() - sinceSeconds) * 1e3;
    this.#tell('waited', { ...this.#tryOf(row), service: this.#serviceOf(row), from_s: sinceSeconds, wait_ms });
  }

  began(row: number, instance: number, factor: number): void {
    const { requests, instances } = this.#options;
    const where = { service: this.#serviceOf(row), instance: this.#numberOf(instance) };
    const [cpu, io] = [double.cpu, double.io].map((column) => requests.doubles[(row << 4) | column]);
    if (this.#options.takesTokens[requests.words[(row << 5) | word.service]]) {
      const tokens = { prompt_tokens: cpu, output_tokens: io };
      this.#tell('begin', { ...this.#tryOf(row), ...where, cpu_s: 0, io_s: 0, ...tokens, ...this.#prefixOf(row) });
      return;
    }
    const cpu_s = cpu * factor;
    const io_s = io * instances.work[(instance << 3) | work.slowFactor];
    this.#tell('begin', { ...this.#tryOf(row), ...where, cpu_s, io_s });
  }

  served(row: number): void {
    const { requests } = this.#options;
    const where = {
      service: this.#serviceOf(row),
      instance: this.#numberOf(requests.words[(row << 5) | word.instance]),
    };
    this.#tell('served', { ...this.#tryOf(row), ...where, orphan: requests.isOrphan(row) });
  }

  cached(row: number): void {
    const isWrong = (this.#options.requests.words[(row << 5) | word.flags] & isWrongHit) !== 0;
    this.#tell('cached', { ...this.#tryOf(row), service: this.#serviceOf(row), wrong: isWrong });
  }

  dropped(row: number): void {
    this.#tell('try_failed', { ...this.#tryOf(row), service: this.#serviceOf(row) });
  }

  cancelled(row: number): void {
    this.#tell('cancelled', { ...this.#tryOf(row), service: this.#serviceOf(row), instance: this.#instanceOf(row) });
  }

  leftBehind(row: number): void {
    this.#tell('left_behind', { ...this.#tryOf(row), service: this.#serviceOf(row), instance: this.#instanceOf(row) });
  }

  retries(row: number, cause: FallbackCause, dueSeconds: number): void {
    this.#tell('retry', { ...this.#tryOf(row), service: this.#serviceOf(row), cause, due_s: dueSeconds });
  }

  moves(row: number, cause: FallbackCause, { service, dueSeconds }: { service: number; dueSeconds: number }): void {
    const to = this.#options.serviceNames[service];
    this.#tell('fallback', { ...this.#tryOf(row), service: this.#serviceOf(row), to, cause, due_s: dueSeconds });
  }

  ended(row: number, result: number, answeredBy: number): void {
    const arrival = this.#options.requests.doubles[(row << 4) | double.arrival];
    const isAnswer = result <= outcome.failed;
    const latency = isAnswer ? { latency_ms: (this.#options.nowSeconds() - arrival) * 1e3 } : {};
    const by = isAnswer && answeredBy > 0 ? { answered_by: answeredBy } : {};
    const time_s = this.#options.nowSeconds();
    const right = result === outcome.completed ? this.#rightOf(row) : {};
    this.#options.tell({ time_s, kind: outcomeKinds[result], ...this.#endOf(row), ...by, ...latency, ...right });
  }

  #rightOf(row: number): { right?: boolean } {
    const { judge, requests, takesTokens } = this.#options;
    if (judge === undefined || !takesTokens[requests.words[(row << 5) | word.service]]) return {};
    return { right: (judge.judge(row) & verdict.right) !== 0 };
  }

  droppedIteration(source: number): void {
    const { sourceNames, classNames } = this.#options;
    this.#tell('dropped', { source: sourceNames[source], class: classNames[source] });
  }

  unfinished(row: number, isWaiting: boolean): void {
    this.#tell('unfinished', { ...this.#endOf(row), waiting: isWaiting });
  }

  #tell<Kind extends EventKind>(kind: Kind, fields: EventFields<Kind>): void {
    this.#options.tell({ time_s: this.#options.nowSeconds(), kind, ...fields });
  }

  #tryOf(row: number) {
    return { request: this.#nameOf(row), try: this.#options.requests.words[(row << 5) | word.tries] };
  }

  /** Where the try is; null where it waits for none in particular. */
  #instanceOf(row: number): number | null {
    const { requests } = this.#options;
    if (waitsForInstance(requests.placeOf(row))) return null;
    return this.#numberOf(requests.words[(row << 5) | word.instance]);
  }

  #numberOf(instance: number): number | null {
    return instance < 0 ? null : this.#options.instances.launchNumber[instance];
  }

  #endOf(row: number) {
    const { requests } = this.#options;
    const names = { request: this.#nameOf(row), source: this.#sourceOf(row), service: this.#serviceOf(row) };
    const tryNumber = requests.words[(row << 5) | word.tries];
    // Between two tries it has the number of the one that is to follow; who waits for a cache is at its first.
    const isBetween = tryNumber > 1 && requests.placeOf(row) === place.backoff;
    return {
      ...names,
      tries: isBetween ? tryNumber - 1 : tryNumber,
      arrival_s: requests.doubles[(row << 4) | double.arrival],
    };
  }

  #prefixOf(row: number): { prefix?: number } {
    const { requests, firstPrefixOf } = this.#options;
    const first = firstPrefixOf[this.#sourceIndexOf(row)];
    return first === undefined ? {} : { prefix: requests.prefixes[row] - first + 1 };
  }

  #consumerOf(row: number): { consumer?: string } {
    const { requests, consumerNames } = this.#options;
    const consumer = consumerNames[requests.consumers[row]];
    return consumer === undefined ? {} : { consumer };
  }

  #callerOf(row: number): { caller?: string } {
    const { links } = this.#options;
    const isCall = links !== undefined && links.words[(row << 4) | link.call] >= 0 && links.isAwaited(row);
    return isCall ? { caller: this.#nameOf(links.words[(row << 4) | link.caller]) } : {};
  }

  /** Calls are named after the request at the top, with a mark of the way to them. */
  #nameOf(row: number): string {
    const { links } = this.#options;
    const outer = this.#outerNameOf(row);
    return links === undefined || links.words[(row << 4) | link.call] < 0
      ? outer
      : `${outer}/${(links.words[(row << 4) | link.tryPath] >>> 0).toString(16)}`;
  }

  #outerNameOf(row: number): string {
    const { requests } = this.#options;
    const number = requests.doubles[(row << 4) | double.arrivalNumber];
    const source = this.#sourceOf(row);
    if (this.#options.areOfSessions[this.#options.sourceNames.indexOf(source)]) {
      const session = Math.floor(number / mostTurns);
      return `${source}-s${session}-${number - session * mostTurns}`;
    }
    if (requests.words[(row << 5) | word.user] < 0) return `${source}-${number}`;
    const user = Math.floor(number / iterationsOfUser);
    return `${source}-u${user}-${number - user * iterationsOfUser}`;
  }

  #sourceOf(row: number): string {
    const { links, sourceNames } = this.#options;
    return sourceNames[links === undefined ? this.#sourceIndexOf(row) : links.words[(row << 4) | link.root]];
  }

  #sourceIndexOf(row: number): number {
    const { requests, serviceNames } = this.#options;
    return Math.floor(requests.words[(row << 5) | word.group] / serviceNames.length);
  }

  #serviceOf(row: number): string {
    return this.#options.serviceNames[this.#options.requests.words[(row << 5) | word.service]];
  }
}
