import type { LoadedScenario } from '../scenario/load.js';

/** A file of theirs, made of a scenario of ours. */
interface Exported {
  readonly text: string;
  /** Where their file says something else than ours, a line each. */
  readonly notes: readonly string[];
  /** How to use the file. */
  readonly usage: readonly string[];
}

/** One kind of file that can be written. */
export interface Exporter {
  readonly name: string;
  readonly summary: string;
  /** @param out the file that is going to be written, when there is one @throws ProblemError for a damaged trace */
  write(loaded: LoadedScenario, out: string | undefined): Exported;
}
