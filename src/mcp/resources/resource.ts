import type { Shared } from '../shared.js';

/** A kind of resources: `dryscale://KIND/NAME`. */
export interface ResourceKind {
  /** In the address, and the name of its template. */
  readonly kind: string;
  readonly title: string;
  readonly description: string;
  readonly mimeType: string;
  /** How long a reader may keep it, milliseconds. */
  readonly ttlMs: number;
  /** Those that are listed and completed, in a stable order. @throws ProblemError */
  names(shared: Shared): readonly { readonly name: string; readonly about?: string }[];
  /** Undefined for a name that is none. @throws CallProblems */
  read(name: string, shared: Shared, signal: AbortSignal): Promise<string | undefined>;
}

/** What the program brings along changes with its version only. */
export const dayMs = 86_400_000;
