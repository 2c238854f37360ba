import type { IndexedStream } from '../../../random/keyedStream.js';
import { highWord } from '../../../random/keyHash.js';
import { type AnswerJudge, verdict } from '../../../record/tokenBlock.js';
import * as double from '../../../traffic/double.js';
import { isCached, isWrongHit } from '../../../traffic/requestFlag.js';
import type { RequestTable } from '../../../traffic/requestTable.js';
import * as word from '../../../traffic/word.js';
import type { CallLinks } from '../../calls/callLinks.js';
import * as link from '../../calls/link.js';

/** How often requests of one difficulty are answered right, and the shares up to and with it. */
export interface QualityLevel {
  readonly upTo: number;
  readonly quality: number;
}

export interface AnswerQualityParts {
  readonly requests: RequestTable;
  readonly targetCount: number;
  /** [group] one level for each difficulty of its class; empty where no model answers */
  readonly levels: readonly (readonly QualityLevel[])[];
  /** [source] */
  readonly streams: readonly IndexedStream[];
  /** Share of the answers that are graded; 0 without grading. */
  readonly gradedShare: number;
  /** Where classes call. */
  readonly links: CallLinks | undefined;
}

/**
 * Which answers are right.
 *
 * One uniform number a request decides, and an answer is right where it lies below the quality of the model that gave it. So
 * a better model is right wherever a worse one is, and policies differ only in which model they send a request to. The draws
 * of a request, in this order: whether it is right, how hard it is, whether it is graded.
 */
export class AnswerQuality implements AnswerJudge {
  readonly #parts: AnswerQualityParts;

  constructor(parts: AnswerQualityParts) {
    this.#parts = parts;
  }

  judge(row: number): number {
    const { requests, levels, gradedShare } = this.#parts;
    const flags = requests.words[(row << 5) | word.flags];
    if ((flags & isWrongHit) !== 0) return verdict.known;
    const stream = this.#streamOf(row);
    const uniform = stream.uniform();
    const own = levels[requests.words[(row << 5) | word.group]];
    const hardness = own.length > 1 || gradedShare > 0 ? stream.uniform() : 0;
    const { quality } = own.find(({ upTo }) => hardness < upTo) ?? own[own.length - 1];
    // Out of a cache it says nothing of the model that answers now.
    const isGraded = (flags & isCached) === 0 && gradedShare > 0 && stream.uniform() < gradedShare;
    return verdict.known | (uniform < quality ? verdict.right : 0) | (isGraded ? verdict.graded : 0);
  }

  /** By the arrival at the top, and a call's way from there. */
  #streamOf(row: number): IndexedStream {
    const { requests, targetCount, streams, links } = this.#parts;
    const source =
      links?.words[(row << 4) | link.root] ?? Math.floor(requests.words[(row << 5) | word.group] / targetCount);
    const arrivalNumber = requests.doubles[(row << 4) | double.arrivalNumber];
    const stream = streams[source];
    stream.seekWords(arrivalNumber | 0, highWord(arrivalNumber) | 0, links?.words[(row << 4) | link.path] ?? 0, 0);
    return stream;
  }
}
