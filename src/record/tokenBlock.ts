/** Rows of one block. */
const tokenLimit = 256;

/** What a row tells. Of an answer out of a cache only the instants count: it is whole with its first token, and took none of a server. */
export const tokenEvent = { firstToken: 0, answered: 1, preempted: 2, cached: 3 } as const;

/** What is known of an answer's quality, as bits; 0 of what is no answer. */
export const verdict = { known: 1, right: 2, graded: 4 } as const;

/** Who knows whether answers are right. */
export interface AnswerJudge {
  /** Of the answer to the request of the row: bits of `verdict`. */
  judge(row: number): number;
}

/** What happened to requests of model servers and is not yet told to those who count, in its order. */
export class TokenBlock {
  count = 0;
  /** [row] `tokenEvent` */
  readonly kinds = new Uint8Array(tokenLimit);
  readonly services = new Int32Array(tokenLimit);
  /** [row] number of the (source, service) pair; not of a preemption, which is a server's */
  readonly groups = new Int32Array(tokenLimit);
  /** [row] when it happened */
  readonly seconds = new Float64Array(tokenLimit);
  /** [row] when the request was meant to arrive, its try did, and the first token of the try was out */
  readonly arrivalSeconds = new Float64Array(tokenLimit);
  readonly triedSeconds = new Float64Array(tokenLimit);
  readonly firstTokenSeconds = new Float64Array(tokenLimit);
  /** [row] tokens of prompt and answer */
  readonly prompts = new Float64Array(tokenLimit);
  readonly outputs = new Float64Array(tokenLimit);
  /** [row] who asks, where requests have consumers */
  readonly consumers: Int32Array;
  /** [row] bits of `verdict`, where models have a quality */
  readonly verdicts: Uint8Array;
  /** [row] who answered, there too */
  readonly instances: Int32Array;

  constructor({ hasConsumers, judge }: { readonly hasConsumers: boolean; readonly judge: AnswerJudge | undefined }) {
    this.consumers = new Int32Array(hasConsumers ? tokenLimit : 0);
    this.verdicts = new Uint8Array(judge === undefined ? 0 : tokenLimit);
    this.instances = new Int32Array(this.verdicts.length);
  }

  get isFull(): boolean {
    return this.count === tokenLimit;
  }

  clear(): void {
    this.count = 0;
  }
}

/** Whether a row tells of an answer, of a server or a cache. */
export function isAnswer(kind: number): boolean {
  return kind === tokenEvent.answered || kind === tokenEvent.cached;
}

/** Mean time between two tokens of an answer; NaN of an answer of one. */
export function gapSecondsOf({ seconds, firstTokenSeconds, outputs }: TokenBlock, row: number): number {
  return outputs[row] > 1 ? (seconds[row] - firstTokenSeconds[row]) / (outputs[row] - 1) : Number.NaN;
}
