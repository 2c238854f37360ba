import { BLOCK_TOKENS, type ModelServerSettings } from '../fleet/modelServer/settings.js';
import { stepMicroseconds } from '../fleet/modelServer/stepTime.js';
import type { ReplicaNumbers } from '../fleet/models/datasheet.js';
import type { MeasuredLoad } from './measuredLoad.js';
import type { Load } from './playLoads.js';

/** A server that answers less than this share of what comes has a queue that grows. */
const keptShare = 0.95;

/** Requests inside on average, by Little's law where it is not the load itself. */
export function insideMean({ load: { arrivals, outputTokens }, e2eMeanMs, tpotMeanMs }: MeasuredLoad): number {
  if ('concurrency' in arrivals) return arrivals.concurrency;
  const latency = e2eMeanMs ?? (tpotMeanMs ?? 0) * outputTokens[0];
  return (arrivals.ratePerSecond * latency) / 1000;
}

/**
 * Whether the server fell behind: fewer answers than requests, or more inside than it has seats or memory for.
 *
 * A benchmark of N requests ends one latency after its last one, so that even an idle server gives less than the rate.
 */
export function isSaturated(measured: MeasuredLoad, server: ModelServerSettings): boolean {
  const { load, throughputPerSecond, e2eMeanMs = 0 } = measured;
  const { arrivals, requests } = load;
  if (insideMean(measured) > Math.min(server.maxSequences, heldAtOnce(load, server))) return true;
  if ('concurrency' in arrivals || throughputPerSecond === undefined) return false;
  const possible = requests / (requests / arrivals.ratePerSecond + e2eMeanMs / 1000);
  return throughputPerSecond < keptShare * possible;
}

/** Requests whose context the memory holds, half of their answers written. */
function heldAtOnce({ promptTokens, outputTokens }: Load, { kvBlocks }: Pick<ModelServerSettings, 'kvBlocks'>): number {
  return (kvBlocks * BLOCK_TOKENS) / (promptTokens[1] + outputTokens[1] / 2);
}

/**
 * Requests a second that a server can take: as many inside as it has seats and memory for, and prompts that come at random.
 *
 * An iteration has k prompts with the probability of a Poisson count: what is hidden under the weights is lost where none comes.
 * Prompts of a cycle are found in the cache but for their last block.
 */
export function capacityPerSecond(load: Load, server: ModelServerSettings, { step }: ReplicaNumbers): number {
  const prompt =
    load.distinctPrompts === undefined ? load.promptTokens[1] : Math.min(BLOCK_TOKENS, load.promptTokens[1]);
  const output = load.outputTokens[1];
  const decoding = Math.max(1, Math.min(server.maxSequences, Math.floor(heldAtOnce(load, server))));
  const contextTokens = decoding * (load.promptTokens[1] + output / 2);
  const promptsMean = decoding / output;
  let chance = Math.exp(-promptsMean);
  let each = 0;
  for (let prompts = 0; prompts <= promptsMean * 4 + 20; prompts++) {
    const promptTokens = prompts * prompt;
    each +=
      chance *
      stepMicroseconds(step, { decoding, contextTokens, promptTokens, attentionPairs: promptTokens * (prompt / 2) });
    chance *= promptsMean / (prompts + 1);
  }
  return (decoding * 1e6) / (output * each);
}
