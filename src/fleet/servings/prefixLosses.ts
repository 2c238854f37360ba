import { BLOCK_TOKENS } from '../modelServer/settings.js';

interface Loss {
  readonly blocks: number;
  readonly microseconds: number;
}

/** A prompt whose prefix was looked up, and what was there. */
interface Lookup {
  readonly prefix: number;
  readonly shareBlocks: number;
  readonly foundBlocks: number;
  readonly microseconds: number;
}

/**
 * Prefixes that went with the model servers of one service that had them, until somebody asks for them again.
 *
 * The first prompt that begins with one pays for it: what of it the lost server had, and its own does not, is computed again.
 * Nobody pays where a server that is still there has it.
 */
export class PrefixLosses {
  readonly #losses = new Map<number, Loss>();

  /** A server that had so much of a prefix is gone. */
  lost(prefix: number, { blocks, microseconds }: Loss): void {
    const known = this.#losses.get(prefix)?.blocks ?? 0;
    if (blocks > 0) this.#losses.set(prefix, { blocks: Math.max(blocks, known), microseconds });
  }

  /** @returns tokens that were computed again for the loss */
  lookedUp({ prefix, shareBlocks, foundBlocks, microseconds }: Lookup): number {
    const loss = this.#losses.get(prefix);
    if (loss === undefined) return 0;
    this.#losses.delete(prefix);
    // It was looked up while the server was still there: the loss cost it nothing.
    if (microseconds < loss.microseconds) return 0;
    return Math.max(0, Math.min(loss.blocks, shareBlocks) - foundBlocks) * BLOCK_TOKENS;
  }
}
