import type { AnswerBlock } from './answerBlock.js';

/** Learns of every answer of a service as it happens: telemetry and the timeline listen. */
export interface AnswerListener {
  /** An answer after `latencySeconds` at the service; an error where it failed, was refused or aborted. */
  answered(service: number, latencySeconds: number, isError: boolean): void;
  /** Answers of requests that ran to their end, in their order. */
  answeredAll(answers: AnswerBlock): void;
  /** An answer that never reached an instance (503); it has no latency worth a quantile. */
  refused(service: number): void;
}
