import type { MeasuredLoad, ServerFacts } from '../../../calibrate/measuredLoad.js';

/** What a model server says of itself, and what a benchmark measured of it. */
export interface ModelServerEvidence {
  readonly kind: 'model-server';
  readonly file: string;
  readonly summary: string;
  /** None in a /metrics dump: its counters say no rate. */
  readonly loads: readonly MeasuredLoad[];
  readonly facts: ServerFacts;
}
