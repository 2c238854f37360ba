/**
 * Dates whose local time is UTC, whatever the zone of the machine: the same file gives the same decisions everywhere.
 *
 * Runs inside the realm, by its text, before `virtualClocks`.
 */
export declare function utcDates(world: typeof globalThis): void;
