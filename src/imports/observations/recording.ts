import type { RecordedObservation } from '../../policy/observation.js';

export interface Recording {
  readonly observations: readonly RecordedObservation[];
  /** The recording has no instance count: the policy's own decisions stand for it. */
  readonly carriesDesired: boolean;
  /** What the reader of the decisions should know. */
  readonly notes: readonly string[];
}

/** What the command line says about a recording. */
export interface RecordingOptions {
  /** As the user wrote it, for messages. */
  readonly file: string;
  /** `--metric NAME=METRIC`: a series or column, and what it is here. */
  readonly metricNames: Readonly<Record<string, string>>;
  /** Replaces `context.environment`. */
  readonly environment: string | undefined;
}
