/**
 * One zone of `lua_shared_dict`: a key-value store that all workers share, with times to live and a fixed size.
 *
 * Source: lua-nginx-module, src/ngx_http_lua_shdict.c. An entry expires in the millisecond its time is over; where memory
 * ends, the entries that were used longest ago go first. Deviation: an entry takes its own bytes and a fixed overhead;
 * pages and fragments of nginx's slab allocator are left out.
 */
/** nginx.conf declares a size for each; this one is the documentation's own example, `10m`. */
export const capacityBytes = 10 * 2 ** 20;
/** A node of the tree with its key, rounded up as the allocator does. */
const overheadBytes = 128;
export class SharedDictionary {
    /** The one that was used longest ago first. */
    #entries = new Map();
    #usedBytes = 0;
    get freeBytes() {
        return capacityBytes - this.#usedBytes;
    }
    get entryCount() {
        return this.#entries.size;
    }
    /** An entry that is valid at `nowMs`; it counts as used. */
    get(key, nowMs) {
        const entry = this.#entries.get(key);
        if (entry === undefined || entry.expiresMs <= nowMs)
            return undefined;
        this.#entries.delete(key);
        this.#entries.set(key, entry);
        return entry;
    }
    /** An entry, expired or not. */
    getStale(key) {
        return this.#entries.get(key);
    }
    store({ key, value, ttlMs, flags, rule, isSafe }, nowMs) {
        const known = this.get(key, nowMs);
        if (rule === 'replace' && known === undefined)
            return { error: 'not found', isForcible: false };
        if (rule === 'add' && known !== undefined)
            return { error: 'exists', isForcible: false };
        this.delete(key);
        if (value === undefined)
            return { isForcible: false };
        const room = this.#makeRoom(sizeOf(key, value), nowMs, isSafe);
        if (room.error !== undefined)
            return room;
        const expiresMs = ttlMs === 0 ? Number.POSITIVE_INFINITY : nowMs + ttlMs;
        this.#put(key, { value, flags, expiresMs });
        return room;
    }
    delete(key) {
        const entry = this.#entries.get(key);
        if (entry === undefined)
            return;
        this.#usedBytes -= sizeOf(key, entry.value);
        this.#entries.delete(key);
    }
    /** Adds a value to a list, at its head or its tail: the new length, or why not. */
    push(key, value, place) {
        const known = this.get(key, place.nowMs);
        const list = known === undefined ? [] : known.value;
        if (!Array.isArray(list))
            return 'value not a list';
        if (known === undefined)
            this.delete(key);
        const bytes = sizeOf('', value);
        const { error } = this.#makeRoom(bytes + (known === undefined ? sizeOf(key, []) : 0), place.nowMs, true);
        if (error !== undefined)
            return error;
        if (known === undefined)
            this.#put(key, { value: list, flags: 0, expiresMs: Number.POSITIVE_INFINITY });
        if (place.isHead)
            list.unshift(value);
        else
            list.push(value);
        this.#usedBytes += bytes;
        return list.length;
    }
    /** Takes a value from a list; a list without values is no entry. */
    pop(key, place) {
        const known = this.get(key, place.nowMs);
        if (known === undefined)
            return undefined;
        const { value: list } = known;
        if (!Array.isArray(list))
            return 'value not a list';
        const taken = place.isHead ? list.shift() : list.pop();
        if (taken !== undefined)
            this.#usedBytes -= sizeOf('', taken);
        if (list.length === 0)
            this.delete(key);
        return taken;
    }
    /** Up to `limit` keys that are valid, the one that was used longest ago first. */
    keys(limit, nowMs) {
        const keys = [];
        for (const [key, { expiresMs }] of this.#entries) {
            if (keys.length === limit)
                break;
            if (expiresMs > nowMs)
                keys.push(key);
        }
        return keys;
    }
    /** Marks all entries as expired; their memory stays taken. */
    flushAll(nowMs) {
        for (const entry of this.#entries.values())
            entry.expiresMs = Math.min(entry.expiresMs, nowMs);
    }
    /** Removes up to `limit` expired entries: how many. */
    flushExpired(limit, nowMs) {
        const expired = [...this.#entries].filter(([, { expiresMs }]) => expiresMs <= nowMs).slice(0, limit);
        for (const [key] of expired)
            this.delete(key);
        return expired.length;
    }
    #put(key, entry) {
        this.#usedBytes += sizeOf(key, entry.value);
        this.#entries.set(key, entry);
    }
    #makeRoom(bytes, nowMs, isSafe) {
        if (bytes > this.freeBytes)
            this.flushExpired(Number.POSITIVE_INFINITY, nowMs);
        if (bytes > this.freeBytes && (isSafe || bytes > capacityBytes))
            return { error: 'no memory', isForcible: false };
        let isForcible = false;
        while (bytes > this.freeBytes) {
            const [oldest] = this.#entries.keys();
            this.delete(oldest);
            isForcible = true;
        }
        return { isForcible };
    }
}
function sizeOf(key, value) {
    const bytes = Array.isArray(value)
        ? value.reduce((sum, part) => sum + sizeOf('', part), 0)
        : value instanceof Uint8Array
            ? value.length
            : 8;
    return overheadBytes + key.length + bytes;
}
