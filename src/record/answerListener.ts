/** Learns of every answer of a service as it happens: telemetry and the timeline listen. */
export interface AnswerListener {
  /** An answer after `latencySeconds` at the service; an error where it failed, was refused or aborted. */
  answered(service: number, latencySeconds: number, isError: boolean): void;
  /** An answer that never reached an instance (503); it has no latency worth a quantile. */
  refused(service: number): void;
}
