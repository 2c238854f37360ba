export type Primitive = string | number | boolean | bigint | symbol | undefined | null;
/** What crosses to the host: a primitive as it is, an object as what there is to say of it. */
export type Told = Primitive | {
    readonly text: string;
};
/** What was thrown. All that could run code of the policy has been read. */
export interface ThrownPicture {
    readonly type: 'thrown';
    readonly isError: boolean;
    readonly value: Told;
    readonly name: Told;
    readonly message: Told;
    readonly stack: Told;
}
/** An object that was returned. */
export interface ReturnedPicture {
    readonly type: 'returned';
    readonly isPromise: boolean;
    /** By name, those that are there. */
    readonly fields: Readonly<Record<string, Told>>;
    /** Of `atMaximum`. */
    readonly parts: Readonly<Record<string, Told>> | undefined;
    readonly text: string;
}
/** Reads values of the policy once. */
export interface Pictures {
    tell(value: unknown): Told;
    /** Those fields that are there. @throws what a getter or a proxy throws */
    fieldsOf(value: object, names: readonly string[]): Readonly<Record<string, Told>>;
    returned(value: object): ReturnedPicture;
    /** Never throws. */
    thrown(value: unknown): ThrownPicture;
}
/**
 * Reads what a policy returns and throws: a getter, a proxy or a `toString` that throws is one more thing thrown.
 *
 * Runs inside the realm, by its text: what it took from the realm, it took before the policy could change it.
 */
export declare function pictures(world: typeof globalThis, describe: (value: unknown) => string): Pictures;
