import { Histogram } from '../../../stats/histogram.js';

/** What is known of one version in the present step. */
export class VersionSample {
  /** Tries that were answered, or given up by their clients; those of them that count as errors. */
  answers = 0;
  errors = 0;
  /** Answers whose grade is known, and the right ones of them. */
  graded = 0;
  right = 0;
  /** From the arrival of a try to its first token. */
  readonly firstTokens = new Histogram();

  clear(): void {
    this.answers = 0;
    this.errors = 0;
    this.graded = 0;
    this.right = 0;
    this.firstTokens.clear();
  }
}
