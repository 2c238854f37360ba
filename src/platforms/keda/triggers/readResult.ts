import type { SourceDocument } from '../../../base/document.js';
import type { Problem } from '../../../base/problem.js';
import type { Trigger } from '../trigger.js';

/** A trigger that was read, and what is wrong with it or not simulated of it. */
export interface ReadTrigger {
  /** undefined when `problems` keep it from being one. */
  readonly trigger: Trigger | undefined;
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
}

export interface TriggerPlace {
  readonly source: SourceDocument;
  readonly index: number;
  /** `--metric NAME=METRIC`. */
  readonly metricMap: Readonly<Record<string, string>>;
}
