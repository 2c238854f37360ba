import { nothingRead } from './modelServer/replicaReading.js';
import type { ModelReading } from './serving.js';

/** What `ModelMeter.read` fills in; one for all readings of its owner, since they are many. */
export function blankReading(): ModelReading {
  return { ...nothingRead, kvBlocks: 0 };
}

/** Held share of the KV memory, 0..1. */
export function kvRatioOf({ kvUsedBlocks, kvBlocks }: ModelReading): number {
  return kvBlocks === 0 ? 0 : kvUsedBlocks / kvBlocks;
}
