import type * as fc from 'fast-check';

/** One kind of input that strangers feed the program. */
export interface FuzzKind<Input> {
  readonly name: string;
  /** Part of all inputs that are of this kind; parts of all kinds together are the whole. */
  readonly weight: number;
  /** Inputs in the normal run of the tests, instead of the same few for all: for kinds that take long. */
  readonly fewCount?: number;
  readonly arbitrary: fc.Arbitrary<Input>;
  /** Gives the input to the program. @throws when what comes of it is neither a result nor the user's mistake in words */
  check(input: Input): void | Promise<void>;
  /** The input as a text that can be pasted. */
  show(input: Input): string;
  /** Asserts what must hold over all inputs of a long run, such as that every variant occurred; called once at its end. */
  end?(): void;
}

/** A kind whose input nobody but itself looks at. */
export interface AnyFuzzKind extends Omit<FuzzKind<unknown>, 'check' | 'show'> {
  check(input: unknown): void | Promise<void>;
  show(input: unknown): string;
}

/** Ties the parts of a kind together by the type of its input. */
export function fuzzKind<Input>(kind: FuzzKind<Input>): AnyFuzzKind {
  // safe: `check` and `show` are only ever given what `arbitrary` of the same kind made.
  return kind as unknown as AnyFuzzKind;
}
