import { RequestList } from '../traffic/requestTable.js';
/** One service's central queue: FIFO, or FIFO within each priority, higher first. */
export class CentralQueue {
    #table;
    #lists;
    #levelOf;
    count = 0;
    /** @param levelOf the level of a request, 0 first; always 0 for a plain FIFO */
    constructor(table, levelCount, levelOf) {
        this.#table = table;
        this.#lists = Array.from({ length: levelCount }, () => new RequestList());
        this.#levelOf = levelOf;
    }
    append(row) {
        this.#table.append(this.#lists[this.#levelOf(row)], row);
        this.count++;
    }
    remove(row) {
        this.#table.unlink(this.#lists[this.#levelOf(row)], row);
        this.count--;
    }
    /** The request that is next; the central queue must not be empty. */
    get first() {
        return this.#firstList().head;
    }
    /** Takes the request that is next; the central queue must not be empty. */
    shift() {
        const list = this.#firstList();
        const row = list.head;
        this.#table.unlink(list, row);
        this.count--;
        return row;
    }
    #firstList() {
        let level = 0;
        while (this.#lists[level].count === 0)
            level++;
        return this.#lists[level];
    }
}
