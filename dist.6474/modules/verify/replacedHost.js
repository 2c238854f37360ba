/** A host that another can be put in place of while a policy runs: its second run begins in a world of its own. */
export class ReplacedHost {
    current;
    constructor(first) {
        this.current = first;
    }
    get serviceNames() {
        return this.current.serviceNames;
    }
    get startSeconds() {
        // safe: a recording always has a start.
        return this.current.startSeconds ?? 0;
    }
    get env() {
        return this.current.env ?? {};
    }
    get random() {
        // safe: a recording always has one.
        return this.current.random;
    }
    get apiLatencySeconds() {
        return this.current.apiLatencySeconds;
    }
    get api() {
        return this.current.api;
    }
    nowSeconds() {
        return this.current.nowSeconds();
    }
    observe(serviceName) {
        return this.current.observe(serviceName);
    }
    act(decision, serviceName) {
        return this.current.act(decision, serviceName);
    }
    log(text) {
        this.current.log(text);
    }
}
