import { Histogram } from '../stats/histogram.js';
import type { JournalPage, JournalReader } from './journal.js';
import { type AnswerLimits, isGoodAnswer } from './requestLog.js';
import { gapSecondsOf, isAnswer, type TokenBlock, tokenEvent, verdict } from './tokenBlock.js';

/** Of one (source, service) pair, or of one consumer: requests answered well whose intended arrival lies in the span. */
export class TokenGroupLog {
  /** Of servers, as the tokens are; first tokens are those out of caches, too. */
  answers = 0;
  promptTokens = 0;
  outputTokens = 0;
  /** Sum over them of latency / tokens of the answer. */
  normalisedSeconds = 0;
  /** Where models have a quality: answers, those out of caches with them; the right ones; and those of them that are good besides. */
  judged = 0;
  right = 0;
  rightAndGood = 0;
  /** Intended arrival to first token; and between two tokens, the mean of each answer of more than one. */
  readonly firstToken = new Histogram();
  readonly gap = new Histogram();

  /** The answer of the row. */
  add(tokens: TokenBlock, row: number, limits: AnswerLimits): void {
    const { kinds, seconds, arrivalSeconds, firstTokenSeconds, prompts, outputs } = tokens;
    this.firstToken.record(firstTokenSeconds[row] - arrivalSeconds[row]);
    if (tokens.verdicts.length > 0) this.#judge(tokens, row, limits);
    if (kinds[row] === tokenEvent.cached) return;
    this.answers++;
    this.promptTokens += prompts[row];
    this.outputTokens += outputs[row];
    this.normalisedSeconds += (seconds[row] - arrivalSeconds[row]) / outputs[row];
    const gapSeconds = gapSecondsOf(tokens, row);
    if (!Number.isNaN(gapSeconds)) this.gap.record(gapSeconds);
  }

  #judge(tokens: TokenBlock, row: number, limits: AnswerLimits): void {
    this.judged++;
    if ((tokens.verdicts[row] & verdict.right) === 0) return;
    this.right++;
    if (isGoodAnswer(tokens, row, limits)) this.rightAndGood++;
  }
}

interface TokenLogOptions extends AnswerLimits {
  readonly serviceCount: number;
  readonly fromSeconds: number;
  readonly toSeconds: number;
}

/** Tokens and their times; only where services are model servers. */
export class TokenLog implements JournalReader {
  readonly #options: TokenLogOptions;
  /** [group] undefined where no model server answered. */
  readonly groups: (TokenGroupLog | undefined)[] = [];
  /** [service] in the span */
  readonly preemptions: Float64Array;

  constructor(options: TokenLogOptions) {
    this.#options = options;
    this.preemptions = new Float64Array(options.serviceCount);
  }

  read({ tokens }: JournalPage): void {
    const { fromSeconds, toSeconds } = this.#options;
    const { count, kinds, services, seconds, arrivalSeconds } = tokens;
    for (let row = 0; row < count; row++) {
      if (kinds[row] === tokenEvent.preempted) {
        if (seconds[row] >= fromSeconds) this.preemptions[services[row]]++;
        continue;
      }
      const isInSpan = arrivalSeconds[row] >= fromSeconds && arrivalSeconds[row] < toSeconds;
      if (!isAnswer(kinds[row]) || !isInSpan) continue;
      this.groups[tokens.groups[row]] ??= new TokenGroupLog();
      this.groups[tokens.groups[row]]?.add(tokens, row, this.#options);
    }
  }
}
