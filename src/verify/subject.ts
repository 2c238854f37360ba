import type { PolicySpec } from '../policy/policySpec.js';
import type { NamedContext } from './contexts.js';
import type { Sequence } from './playLog.js';
import type { RunLog } from './runLog.js';
import type { FoundRuntime } from './runtimes/runtime.js';

/** A policy that decides: a file. */
export type FileSpec = Extract<PolicySpec, { readonly code: string }>;

/** One policy and what it is to decide on. */
export interface Subject {
  readonly name: string;
  readonly source: string;
  readonly spec: FileSpec;
  readonly sequence: Sequence;
  /** All contexts it is played in; the sequence has the first. */
  readonly contexts: readonly NamedContext[];
}

/** A runtime that is here and runs the policy. */
export interface NamedRuntime {
  readonly name: string;
  readonly found: FoundRuntime;
}

/** Two runs that part. */
export interface RunPair {
  readonly one: RunLog;
  readonly other: RunLog;
}
