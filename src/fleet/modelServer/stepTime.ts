/**
 * How long one iteration of a model server takes.
 *
 * T = base + perSequence n + max(0, perPrefillToken P + perDecodeToken n - hidden) + attention A + perContextToken (S + n)
 *   + allReduce (P + n), with n decoding requests that hold S tokens of context, P prompt tokens, and A the sum over the
 * prompts of t (c + t/2) for t tokens after c. All in microseconds; what a model does not have is 0.
 */
export interface StepTimes {
  /** An iteration as such: streaming the weights, launching kernels, scheduling. */
  readonly base: number;
  readonly perSequence: number;
  readonly perPrefillToken: number;
  readonly perDecodeToken: number;
  /** Arithmetic that hides under the streaming of the weights. */
  readonly hidden: number;
  /** For each pair of tokens of a prompt. */
  readonly attention: number;
  /** Reading what is stored of one token of context. */
  readonly perContextToken: number;
  /** Between GPUs, for each token of the iteration. */
  readonly allReduce: number;
}

/** What passes outside of iterations, microseconds: from the request to the queue, and after its last token. */
export interface Overheads {
  readonly overheadIn: number;
  readonly overheadOut: number;
  readonly perOutputToken: number;
}

export const noStepTimes: StepTimes = {
  base: 0,
  perSequence: 0,
  perPrefillToken: 0,
  perDecodeToken: 0,
  hidden: 0,
  attention: 0,
  perContextToken: 0,
  allReduce: 0,
};

export const noOverheads: Overheads = { overheadIn: 0, overheadOut: 0, perOutputToken: 0 };

/** What an iteration works on. */
export interface StepWork {
  decoding: number;
  /** Context of the decoding requests before the iteration. */
  contextTokens: number;
  promptTokens: number;
  attentionPairs: number;
}

export function stepMicroseconds(times: StepTimes, work: StepWork): number {
  const { decoding, promptTokens } = work;
  const arithmetic = times.perPrefillToken * promptTokens + times.perDecodeToken * decoding - times.hidden;
  return (
    times.base +
    times.perSequence * decoding +
    (arithmetic > 0 ? arithmetic : 0) +
    times.attention * work.attentionPairs +
    times.perContextToken * (work.contextTokens + decoding) +
    times.allReduce * (promptTokens + decoding)
  );
}
