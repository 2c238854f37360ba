/**
 * Texts of numbers and dates in en-US and UTC where a policy names no locale or zone: those of the machine are not the scenario's.
 *
 * Runs inside the realm, by its text, after `virtualClocks`.
 */
export declare function fixedLocale(world: typeof globalThis): void;
