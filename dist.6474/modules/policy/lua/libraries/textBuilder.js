import { fengari } from '../fengariApi.js';
const { lua } = fengari;
/** A text that grows: its length is checked with every part, so that no more memory is taken than a string may have. */
export class TextBuilder {
    #L;
    #bytes = new Uint8Array(64);
    #length = 0;
    constructor(L) {
        this.#L = L;
    }
    /** What was added so far. */
    get bytes() {
        return this.#bytes.subarray(0, this.#length);
    }
    add(part) {
        const end = this.#length + part.length;
        if (end > this.#bytes.length)
            this.#grow(end);
        this.#bytes.set(part, this.#length);
        this.#length = end;
    }
    /** Pushes the text. */
    push() {
        lua.lua_pushlstring(this.#L, this.#bytes, this.#length);
    }
    #grow(lengthBytes) {
        this.#L.l_G.guard?.checkLength(this.#L, lengthBytes);
        const bytes = new Uint8Array(Math.max(lengthBytes, 2 * this.#bytes.length));
        bytes.set(this.#bytes.subarray(0, this.#length));
        this.#bytes = bytes;
    }
}
