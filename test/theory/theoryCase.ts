import type { RunResult } from '../../src/results/runResult.js';
import type { ScenarioInput } from '../../src/scenario/schema.js';

/** One reference case as its file has it. */
export interface TheoryCase {
  readonly id: string;
  readonly kind: string;
  // biome-ignore lint/suspicious/noExplicitAny: the shape differs from kind to kind, and each kind reads its own
  readonly params: any;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  readonly expected: any;
}

/** One number of a run against its reference. */
export interface Check {
  readonly name: string;
  of(result: RunResult): number;
  readonly reference: number;
  /** Share of the reference that the model itself may be off by. */
  readonly bias: number;
  /** Largest standard error as a share of the reference. */
  readonly power: number;
  /** The reference is an upper bound. */
  readonly isBound?: boolean;
}

/** A scenario that expresses a case, or part of one, and what to compare. */
export interface Setup {
  readonly input: ScenarioInput;
  readonly checks: readonly Check[];
  /** 20 when left out. */
  readonly runs?: number;
  /** Lua source of the policy. */
  readonly policy?: string;
}

/** Why a case cannot be expressed. */
export interface Inexpressible {
  readonly because: string;
}

export type TheoryKind = (one: TheoryCase) => readonly Setup[] | Inexpressible;
