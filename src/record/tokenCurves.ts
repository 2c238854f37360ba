import { Histogram } from '../stats/histogram.js';
import type { JournalPage, JournalReader } from './journal.js';
import { gapSecondsOf, tokenEvent } from './tokenBlock.js';

/** What the ready model servers of one service hold at an instant. */
export interface ModelSample {
  /** Held share of their KV memory, the mean over them; undefined where none is ready. */
  readonly kvRatio: number | undefined;
  /** Prompts that wait in them. */
  readonly waiting: number;
}

/** One service's curves, one entry per step of the timeline. */
export interface TokenCurves {
  /** Intended arrival to first token, by when it was out; and between two tokens, by the end of the answer. */
  readonly firstTokenP95Seconds: (number | null)[];
  readonly gapP95Seconds: (number | null)[];
  /** Of answers that ended in the step. */
  readonly outputTokensPerSecond: number[];
  /** The highest sample of the step. */
  readonly kvRatio: (number | null)[];
  readonly waiting: number[];
}

/** What one step of one service has seen so far. */
class OpenStep {
  readonly firstTokens = new Histogram();
  readonly gaps = new Histogram();
  outputTokens = 0;
  kvRatio: number | null = null;
  waiting = 0;

  clear(): void {
    this.firstTokens.clear();
    this.gaps.clear();
    this.outputTokens = 0;
    this.kvRatio = null;
    this.waiting = 0;
  }
}

/** The pictures of the model servers of one run, beside `TimelineLog` and with its steps. */
export class TokenCurvesLog implements JournalReader {
  readonly curves: readonly TokenCurves[];
  readonly #stepSeconds: number;
  /** [service] */
  readonly #open: readonly OpenStep[];

  constructor(serviceCount: number, stepSeconds: number) {
    this.#stepSeconds = stepSeconds;
    this.#open = Array.from({ length: serviceCount }, () => new OpenStep());
    this.curves = this.#open.map(() => ({
      firstTokenP95Seconds: [],
      gapP95Seconds: [],
      outputTokensPerSecond: [],
      kvRatio: [],
      waiting: [],
    }));
  }

  read({ tokens }: JournalPage): void {
    const { count, kinds, services, seconds, arrivalSeconds, outputs } = tokens;
    for (let row = 0; row < count; row++) {
      const open = this.#open[services[row]];
      if (kinds[row] === tokenEvent.firstToken) open.firstTokens.record(seconds[row] - arrivalSeconds[row]);
      if (kinds[row] !== tokenEvent.answered) continue;
      open.outputTokens += outputs[row];
      const gapSeconds = gapSecondsOf(tokens, row);
      if (!Number.isNaN(gapSeconds)) open.gaps.record(gapSeconds);
    }
  }

  /** Samples a service; at the end of a step what was seen becomes a point. */
  sample(service: number, { kvRatio, waiting }: ModelSample, isStepEnd: boolean): void {
    const open = this.#open[service];
    if (kvRatio !== undefined) open.kvRatio = Math.max(open.kvRatio ?? 0, kvRatio);
    open.waiting = Math.max(open.waiting, waiting);
    if (isStepEnd) this.#close(open, this.curves[service]);
  }

  #close(open: OpenStep, curves: TokenCurves): void {
    curves.firstTokenP95Seconds.push(open.firstTokens.quantileSeconds(0.95) ?? null);
    curves.gapP95Seconds.push(open.gaps.quantileSeconds(0.95) ?? null);
    curves.outputTokensPerSecond.push(open.outputTokens / this.#stepSeconds);
    curves.kvRatio.push(open.kvRatio);
    curves.waiting.push(open.waiting);
    open.clear();
  }
}
