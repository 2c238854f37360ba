import { Histogram } from '../stats/histogram.js';
import type { SessionNews } from '../traffic/sessions/sessions.js';

interface SessionLogOptions {
  /** Begin of the measured span. */
  readonly fromSeconds: number;
  /** [source] */
  readonly areOfSessions: readonly boolean[];
}

/** Sessions of one source that began in the measured span, and turns that arrived in it. */
export class SourceSessions {
  begun = 0;
  /** After their last turn, and because one failed; the others went on when the run ended. */
  finished = 0;
  failed = 0;
  turns = 0;
  carriedTokens = 0;
  /** First arrival to last answer of those that finished. */
  readonly time = new Histogram();
}

/** What became of sessions; told of each as it happens, for pages of the journal know of requests alone. */
export class SessionLog implements SessionNews {
  readonly #from: number;
  /** [source] undefined where it has none. */
  readonly sources: readonly (SourceSessions | undefined)[];
  /** Over the whole run. */
  liveCount = 0;

  constructor({ fromSeconds, areOfSessions }: SessionLogOptions) {
    this.#from = fromSeconds;
    this.sources = areOfSessions.map((isOfSessions) => (isOfSessions ? new SourceSessions() : undefined));
  }

  began(source: number, seconds: number): void {
    this.liveCount++;
    const own = this.sources[source];
    if (own !== undefined && seconds >= this.#from) own.begun++;
  }

  turned(source: number, arrivalSeconds: number, carriedTokens: number): void {
    const own = this.sources[source];
    if (own === undefined || arrivalSeconds < this.#from) return;
    own.turns++;
    own.carriedTokens += carriedTokens;
  }

  ended(source: number, seconds: number, answerSeconds: number, isGood: boolean): void {
    this.liveCount--;
    const own = this.sources[source];
    if (own === undefined || seconds < this.#from) return;
    if (isGood) {
      own.finished++;
      own.time.record(answerSeconds - seconds);
    } else own.failed++;
  }
}
