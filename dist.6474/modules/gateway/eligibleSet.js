/** The instances that may be picked, as a dense list: add, remove and the k-th in O(1). */
export class EligibleSet {
    #members = [];
    /** [instanceRow] position in the list, of members */
    #positions = [];
    get count() {
        return this.#members.length;
    }
    at(position) {
        return this.#members[position];
    }
    add(instance) {
        this.#positions[instance] = this.#members.push(instance) - 1;
    }
    remove(instance) {
        const position = this.#positions[instance];
        const last = this.#members[this.#members.length - 1];
        this.#members[position] = last;
        this.#positions[last] = position;
        this.#members.pop();
    }
}
