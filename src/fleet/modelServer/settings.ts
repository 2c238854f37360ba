import type { Overheads, StepTimes } from './stepTime.js';

/** One way to run a model: what every replica of a service has. */
export interface ModelServerSettings {
  readonly step: StepTimes;
  readonly overheads: Overheads;
  /** Blocks of 16 tokens that the memory of one replica holds. */
  readonly kvBlocks: number;
  /** Requests that run at once. */
  readonly maxSequences: number;
  /** Tokens that an iteration may process; at least `maxSequences`. */
  readonly tokenBudget: number;
  /** `prompt` takes the blocks of the prompt and grows, `reserve` takes those of the answer too and never preempts. */
  readonly admit: 'prompt' | 'reserve';
  readonly policy: 'fcfs' | 'priority';
  readonly prefixCache: boolean;
  /** 1: an iteration is planned while the one before it runs, so that an arrival waits for one more. */
  readonly lookahead: 0 | 1;
  /** Longest prompt and answer together; Infinity where only memory limits it. */
  readonly maxModelTokens: number;
}

/** Tokens of a block. */
export const BLOCK_TOKENS = 16;

export const blocksFor = (tokens: number): number => Math.ceil(tokens / BLOCK_TOKENS);

/** Blocks of a prompt that a prefix cache may have: the last token of a prompt is always computed. */
export function shareBlocksOf(prefixTokens: number, promptTokens: number): number {
  return Math.floor(Math.min(prefixTokens, promptTokens - 1) / BLOCK_TOKENS);
}

/** Whether a request can never run here: refused on arrival. */
export function neverFits(settings: ModelServerSettings, promptTokens: number, outputTokens: number): boolean {
  return (
    blocksFor(promptTokens + outputTokens - 1) > settings.kvBlocks ||
    promptTokens + outputTokens > settings.maxModelTokens
  );
}
