import type { ArrivalBlock } from '../../../../traffic/arrivalBlock.js';

/**
 * Chooses among the targets of a route's `to` when a request arrives, in place of their weights.
 *
 * It may know what a gateway knows of a request before it is answered: its prompt, and how long the answer may be, never how
 * long it is or how hard the request.
 */
export interface Chooser {
  /** Code of the user: asked once for each request, and not of those that a cache answers. */
  readonly isCode?: boolean;
  /**
   * The arrival of the block comes.
   *
   * @param isOpen of a service or provider, by index: whether it may be chosen
   * @returns one that is open; -1: as the weights say
   */
  choose(block: ArrivalBlock, arrival: number, isOpen: (target: number) => boolean): number;
  /** A request goes there first. */
  sent?(target: number): void;
  /** A try that the target answered well took so long until its first token; told when the answer is out. */
  answered?(target: number, ttftSeconds: number): void;
  /** A try there failed. @param isTimeout it was given up, for it took too long */
  failed?(target: number, isTimeout: boolean): void;
}
