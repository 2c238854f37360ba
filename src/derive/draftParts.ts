import type { Evidence } from '../imports/evidence/evidence.js';
import type { Basis } from './derived.js';
import type { DraftTraffic } from './draftTraffic.js';
import type { Findings } from './findings.js';
import type { ModelServer } from './modelServer/modelServer.js';
import type { Answer } from './questions.js';
import type { Target } from './target.js';

/** An entry of a scenario's `assumptions`. */
export interface Assumption {
  readonly path: string;
  readonly low?: string | number;
  readonly high?: string | number;
  readonly basis: Basis;
  readonly from: string;
}

/** A scenario that was worked out of files. */
export interface Draft {
  readonly input: Readonly<Record<string, unknown>>;
  readonly assumptions: readonly Assumption[];
}

export interface DraftParts {
  readonly name: string;
  readonly evidence: readonly Evidence[];
  readonly target: Target;
  readonly findings: Findings;
  /** Where the instances are servers of a model. */
  readonly server?: ModelServer | undefined;
  readonly load: DraftTraffic;
  /** By the key of the question: of a person, else the default. */
  readonly answers: ReadonlyMap<string, Answer>;
  /** Paths of the candidates, from the scenario. */
  readonly policies: readonly string[];
}

/** Takes down where a number of the draft comes from, and between which bounds it lies. */
export type Note = (
  path: string,
  known: Pick<Answer, 'basis' | 'from'>,
  range?: readonly [string | number, string | number],
) => void;
