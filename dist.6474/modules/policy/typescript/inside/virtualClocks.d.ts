/** What the clocks of a realm go by. */
export interface RealmClock {
    /** Since 1970, whole. */
    nowMilliseconds(): number;
    /** Since the begin of the run. */
    runMilliseconds(): number;
}
/**
 * `Date` and `performance` that go by the run: an hour passes here in some milliseconds, so a cooldown by the wall clock would
 * never end.
 *
 * Runs inside the realm, by its text.
 */
export declare function virtualClocks(world: typeof globalThis, clock: RealmClock): void;
