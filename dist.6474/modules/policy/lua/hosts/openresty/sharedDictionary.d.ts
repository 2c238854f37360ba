/**
 * One zone of `lua_shared_dict`: a key-value store that all workers share, with times to live and a fixed size.
 *
 * Source: lua-nginx-module, src/ngx_http_lua_shdict.c. An entry expires in the millisecond its time is over; where memory
 * ends, the entries that were used longest ago go first. Deviation: an entry takes its own bytes and a fixed overhead;
 * pages and fragments of nginx's slab allocator are left out.
 */
/** nginx.conf declares a size for each; this one is the documentation's own example, `10m`. */
export declare const capacityBytes: number;
/** A number keeps whether it was an integer: fengari's float 1.0 prints otherwise. */
export type SharedScalar = Uint8Array | boolean | {
    readonly number: number;
    readonly isInteger: boolean;
};
type SharedValue = SharedScalar | SharedScalar[];
interface Entry {
    value: SharedValue;
    readonly flags: number;
    /** Infinity: never. */
    expiresMs: number;
}
interface StoreRequest {
    readonly key: string;
    /** undefined removes the entry. */
    readonly value: SharedScalar | undefined;
    /** 0: never. */
    readonly ttlMs: number;
    readonly flags: number;
    /** `add`: only a new key; `replace`: only a known one. */
    readonly rule: 'set' | 'add' | 'replace';
    /** Rather fail than remove entries that are still valid. */
    readonly isSafe: boolean;
}
interface StoreAnswer {
    readonly error?: string;
    /** Valid entries had to go. */
    readonly isForcible: boolean;
}
export declare class SharedDictionary {
    #private;
    get freeBytes(): number;
    get entryCount(): number;
    /** An entry that is valid at `nowMs`; it counts as used. */
    get(key: string, nowMs: number): Entry | undefined;
    /** An entry, expired or not. */
    getStale(key: string): Entry | undefined;
    store({ key, value, ttlMs, flags, rule, isSafe }: StoreRequest, nowMs: number): StoreAnswer;
    delete(key: string): void;
    /** Adds a value to a list, at its head or its tail: the new length, or why not. */
    push(key: string, value: SharedScalar, place: {
        readonly isHead: boolean;
        readonly nowMs: number;
    }): number | string;
    /** Takes a value from a list; a list without values is no entry. */
    pop(key: string, place: {
        readonly isHead: boolean;
        readonly nowMs: number;
    }): SharedScalar | undefined | string;
    /** Up to `limit` keys that are valid, the one that was used longest ago first. */
    keys(limit: number, nowMs: number): string[];
    /** Marks all entries as expired; their memory stays taken. */
    flushAll(nowMs: number): void;
    /** Removes up to `limit` expired entries: how many. */
    flushExpired(limit: number, nowMs: number): number;
}
export {};
