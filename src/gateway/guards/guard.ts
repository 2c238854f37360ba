import type { OutReason } from '../rotation.js';
import * as tryEnd from './tryEnd.js';

/** Whether the try ended in a way that an instance is to blame for. */
export function isFailure(end: number): boolean {
  return end !== tryEnd.good && end !== tryEnd.none;
}

/** Takes instances out of rotation and puts them back; whoever waits for one may be served then. */
export interface RotationSwitch {
  putBack(instance: number, reason: OutReason): void;
}

/**
 * Whoever may refuse a try before it goes to a service, and hears how those went that it let through.
 *
 * Asked once a try: `check` changes nothing, `entered` follows when all agree. Numbers are `verdict` and `tryEnd`.
 */
export interface Guard {
  /** Once, before the first try: by this it may change who is picked. */
  start?(gateway: RotationSwitch): void;
  check?(row: number): number;
  /** The try is under way to the service from now on: it waits or holds a slot. */
  entered?(row: number): void;
  /** No slot is free for it: whether the try may wait. */
  waits?(row: number): number;
  /** The try leaves the central queue, or passes it empty; whether it may take a slot. */
  begins?(row: number): number;
  /** The try goes to this instance now: into a slot, its queue, or to where nothing answers. Once a try, if at all. */
  sent?(row: number, instance: number): void;
  /** The try is not under way any more, though its instance may go on with it. */
  ended?(row: number, end: number): void;
  /** An instance takes requests from now on, for the first time or again. */
  ready?(instance: number): void;
  /** Whether it is a breaker that is open now. */
  isOpen?(): boolean;
}
