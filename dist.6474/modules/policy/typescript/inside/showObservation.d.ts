import type { ObservationView, ReadView } from './viewReader.js';
/**
 * Makes the observation that `decide` gets: objects of the realm's own, all fields its own, so that `{ ...observation }`,
 * `JSON.stringify` and a destructured `history` see the same in a run and on a recording. What is expensive is built when read.
 *
 * Runs inside the realm, by its text.
 */
export declare function showObservation(world: typeof globalThis, ask: ReadView): (view: ObservationView, noteRead: ((name: string) => void) | undefined) => object;
