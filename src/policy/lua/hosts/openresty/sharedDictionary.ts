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

/** A number keeps whether it was an integer: fengari's float 1.0 prints otherwise. */
export type SharedScalar = Uint8Array | boolean | { readonly number: number; readonly isInteger: boolean };
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

export class SharedDictionary {
  /** The one that was used longest ago first. */
  readonly #entries = new Map<string, Entry>();
  #usedBytes = 0;

  get freeBytes(): number {
    return capacityBytes - this.#usedBytes;
  }

  get entryCount(): number {
    return this.#entries.size;
  }

  /** An entry that is valid at `nowMs`; it counts as used. */
  get(key: string, nowMs: number): Entry | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined || entry.expiresMs <= nowMs) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry;
  }

  /** An entry, expired or not. */
  getStale(key: string): Entry | undefined {
    return this.#entries.get(key);
  }

  store({ key, value, ttlMs, flags, rule, isSafe }: StoreRequest, nowMs: number): StoreAnswer {
    const known = this.get(key, nowMs);
    if (rule === 'replace' && known === undefined) return { error: 'not found', isForcible: false };
    if (rule === 'add' && known !== undefined) return { error: 'exists', isForcible: false };
    this.delete(key);
    if (value === undefined) return { isForcible: false };
    const room = this.#makeRoom(sizeOf(key, value), nowMs, isSafe);
    if (room.error !== undefined) return room;
    const expiresMs = ttlMs === 0 ? Number.POSITIVE_INFINITY : nowMs + ttlMs;
    this.#put(key, { value, flags, expiresMs });
    return room;
  }

  delete(key: string): void {
    const entry = this.#entries.get(key);
    if (entry === undefined) return;
    this.#usedBytes -= sizeOf(key, entry.value);
    this.#entries.delete(key);
  }

  /** Adds a value to a list, at its head or its tail: the new length, or why not. */
  push(key: string, value: SharedScalar, place: { readonly isHead: boolean; readonly nowMs: number }): number | string {
    const known = this.get(key, place.nowMs);
    const list: SharedValue = known === undefined ? [] : known.value;
    if (!Array.isArray(list)) return 'value not a list';
    if (known === undefined) this.delete(key);
    const bytes = sizeOf('', value);
    const { error } = this.#makeRoom(bytes + (known === undefined ? sizeOf(key, []) : 0), place.nowMs, true);
    if (error !== undefined) return error;
    if (known === undefined) this.#put(key, { value: list, flags: 0, expiresMs: Number.POSITIVE_INFINITY });
    if (place.isHead) list.unshift(value);
    else list.push(value);
    this.#usedBytes += bytes;
    return list.length;
  }

  /** Takes a value from a list; a list without values is no entry. */
  pop(key: string, place: { readonly isHead: boolean; readonly nowMs: number }): SharedScalar | undefined | string {
    const known = this.get(key, place.nowMs);
    if (known === undefined) return undefined;
    const { value: list } = known;
    if (!Array.isArray(list)) return 'value not a list';
    const taken = place.isHead ? list.shift() : list.pop();
    if (taken !== undefined) this.#usedBytes -= sizeOf('', taken);
    if (list.length === 0) this.delete(key);
    return taken;
  }

  /** Up to `limit` keys that are valid, the one that was used longest ago first. */
  keys(limit: number, nowMs: number): string[] {
    const keys: string[] = [];
    for (const [key, { expiresMs }] of this.#entries) {
      if (keys.length === limit) break;
      if (expiresMs > nowMs) keys.push(key);
    }
    return keys;
  }

  /** Marks all entries as expired; their memory stays taken. */
  flushAll(nowMs: number): void {
    for (const entry of this.#entries.values()) entry.expiresMs = Math.min(entry.expiresMs, nowMs);
  }

  /** Removes up to `limit` expired entries: how many. */
  flushExpired(limit: number, nowMs: number): number {
    const expired = [...this.#entries].filter(([, { expiresMs }]) => expiresMs <= nowMs).slice(0, limit);
    for (const [key] of expired) this.delete(key);
    return expired.length;
  }

  #put(key: string, entry: Entry): void {
    this.#usedBytes += sizeOf(key, entry.value);
    this.#entries.set(key, entry);
  }

  #makeRoom(bytes: number, nowMs: number, isSafe: boolean): StoreAnswer {
    if (bytes > this.freeBytes) this.flushExpired(Number.POSITIVE_INFINITY, nowMs);
    if (bytes > this.freeBytes && (isSafe || bytes > capacityBytes)) return { error: 'no memory', isForcible: false };
    let isForcible = false;
    while (bytes > this.freeBytes) {
      const [oldest] = this.#entries.keys();
      this.delete(oldest);
      isForcible = true;
    }
    return { isForcible };
  }
}

function sizeOf(key: string, value: SharedValue): number {
  const bytes = Array.isArray(value)
    ? value.reduce((sum, part) => sum + sizeOf('', part), 0)
    : value instanceof Uint8Array
      ? value.length
      : 8;
  return overheadBytes + key.length + bytes;
}
