import type { RequestTable } from '../../../traffic/requestTable.js';
import * as word from '../../../traffic/word.js';
import type { Guard } from '../../guards/guard.js';
import * as verdict from '../../guards/verdict.js';

interface SheddingOptions {
  readonly requests: RequestTable;
  /** [group] 1: its tier may be shed */
  readonly isSheddable: Uint8Array;
  /** How full the servers of the service are now; 1 is as full as they should be. */
  saturation(): number;
}

/** Refuses sheddable tiers while the model servers of a service are saturated, so that others find room. */
export class Shedding implements Guard {
  readonly #options: SheddingOptions;

  constructor(options: SheddingOptions) {
    this.#options = options;
  }

  check(row: number): number {
    const { requests, isSheddable, saturation } = this.#options;
    if (isSheddable[requests.words[(row << 5) | word.group]] === 0) return verdict.go;
    return saturation() >= 1 ? verdict.shed : verdict.go;
  }
}
