/** What a scrape sees: the state of the iteration that runs. */
export interface ReplicaReading {
  running: number;
  waiting: number;
  kvUsedBlocks: number;
  /** Free, and still findable as prefixes. */
  kvCachedBlocks: number;
}

/** What has come up since the replica began, as its counters say it at an instant. */
export interface ReplicaCounters {
  /** Iterations ran for so long. */
  busyMicroseconds: number;
  /** Of prompts whose first token is out, found ones included: as vLLM counts them. */
  promptTokens: number;
  outputTokens: number;
  preemptions: number;
  /** Tokens of prompts looked up in the prefix cache when they were first taken in, and those found there. */
  queriedTokens: number;
  foundTokens: number;
}

/** Of a replica that has not begun. */
export const nothingRead: Readonly<ReplicaReading & ReplicaCounters> = {
  running: 0,
  waiting: 0,
  kvUsedBlocks: 0,
  kvCachedBlocks: 0,
  busyMicroseconds: 0,
  promptTokens: 0,
  outputTokens: 0,
  preemptions: 0,
  queriedTokens: 0,
  foundTokens: 0,
};
