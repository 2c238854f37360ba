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
}
