import { invariant } from '../../../base/invariant.js';
import * as rank from '../../../kernel/rank.js';
import * as double from '../../../traffic/double.js';
import * as place from '../../../traffic/place.js';
import { hasReached } from '../../../traffic/requestFlag.js';
import * as word from '../../../traffic/word.js';
import type { Answers } from '../../answers.js';
import * as eventKind from '../../eventKind.js';
import * as verdict from '../../guards/verdict.js';
import type { QueuesOptions } from '../../queues.js';
import type { Routes } from '../routes/routes.js';
import { type Provider, providerVerdict } from './provider.js';

/** The tries at providers: taken or refused, first token, end; broken off by the provider, or given up by the client. */
export class Providers {
  readonly #options: QueuesOptions;
  readonly #answers: Answers;
  readonly #routes: Pick<Routes, 'firstToken'> | undefined;

  constructor(options: QueuesOptions, answers: Answers, routes: Pick<Routes, 'firstToken'> | undefined) {
    this.#options = options;
    this.#answers = answers;
    this.#routes = routes;
  }

  /** The try comes to its provider. */
  enter(row: number, provider: Provider): void {
    const judged = provider.judge(row);
    if (judged === providerVerdict.down) this.#answers.connectFailed(row);
    else if (judged === providerVerdict.limited) this.#answers.turnAway(row, verdict.rateLimited);
    else this.#begin(row, provider);
  }

  #begin(row: number, provider: Provider): void {
    const { requests, clock, tracer } = this.#options;
    const { doubles, words } = requests;
    const at = row << 5;
    words[at | word.place] = place.provider;
    words[at | word.instance] = -1;
    words[at | word.flags] |= hasReached;
    doubles[(row << 4) | double.began] = clock.nowSeconds;
    doubles[(row << 4) | double.firstToken] = -1;
    provider.begin(row);
    provider.draw(row);
    tracer?.began(row, -1, 1);
    this.#plan(row, provider, { afterSeconds: provider.ttftSeconds, kind: eventKind.providerToken });
  }

  /** The first token of the answer is out. */
  firstToken(row: number): void {
    const { requests, clock, journal } = this.#options;
    const { doubles } = requests;
    doubles[(row << 4) | double.firstToken] = clock.nowSeconds;
    journal.firstToken(row);
    this.#routes?.firstToken(row);
    const provider = this.#of(row);
    provider.read(row);
    provider.draw(row);
    const afterSeconds = (doubles[(row << 4) | double.io] - 1) / provider.tokensPerSecond;
    this.#plan(row, provider, { afterSeconds, kind: eventKind.providerEnd });
  }

  /** The answer is out. */
  ended(row: number): void {
    this.#of(row).left(row);
    this.#options.tracer?.served(row);
    this.#answers.answer(row, -1);
  }

  /** The provider goes down, and the answer with it. */
  brokeOff(row: number): void {
    const provider = this.#of(row);
    provider.left(row);
    provider.noteFailed(row);
    this.#options.journal.left(row);
    this.#answers.abort(row);
  }

  /** The client of the try has gone; the provider notices at once. */
  cancel(row: number, provider: Provider): void {
    const { journal, tracer } = this.#options;
    provider.left(row);
    provider.billGivenUp(row);
    journal.left(row);
    tracer?.cancelled(row);
  }

  /** The run ends: what is under way has cost what it has cost. */
  close(): void {
    const { requests } = this.#options;
    for (let row = 0; row < requests.rowCount; row++) {
      if (requests.placeOf(row) !== place.provider) continue;
      const provider = this.#of(row);
      provider.left(row);
      provider.billGivenUp(row);
    }
  }

  /** What comes next for the try, unless the provider goes down before. */
  #plan(row: number, { outages }: Provider, next: { readonly afterSeconds: number; readonly kind: number }): void {
    const { clock, heap, requests } = this.#options;
    const generation = requests.words[(row << 5) | word.generation];
    const dueSeconds = clock.nowSeconds + next.afterSeconds;
    const breakSeconds = outages.nextBreak(clock.nowSeconds);
    if (breakSeconds <= dueSeconds) heap.push(breakSeconds, rank.fault, eventKind.providerBreak, row, generation);
    else heap.push(dueSeconds, rank.completion, next.kind, row, generation);
  }

  #of(row: number): Provider {
    const { requests, runtimes } = this.#options;
    const { provider } = runtimes[requests.words[(row << 5) | word.service]];
    invariant(provider !== undefined, `row ${row} is at no provider`);
    return provider;
  }
}
