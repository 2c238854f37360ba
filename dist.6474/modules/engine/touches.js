const wakesKept = 50;
const requestsKept = 50;
/** Takes the notes. */
export class Touches {
    #metrics = new Set();
    #requests = new Map();
    #wakeSeconds = [];
    #wakeCount = 0;
    #isScript = false;
    #params = {};
    started({ params }) {
        this.#params = params;
    }
    /** The policy was called; only then it is known whether a file that reads its host while it loads is a script. */
    woke(seconds, { isScript = false }) {
        this.#isScript = isScript;
        this.#wakeCount++;
        if (this.#wakeSeconds.length < wakesKept)
            this.#wakeSeconds.push(seconds);
    }
    metric(name) {
        this.#metrics.add(name);
    }
    request(method, url) {
        const request = `${method.toUpperCase()} ${url.replace(/[?#].*$/s, '')}`;
        const count = this.#requests.get(request);
        if (count !== undefined || this.#requests.size < requestsKept)
            this.#requests.set(request, (count ?? 0) + 1);
    }
    get touched() {
        return {
            isScript: this.#isScript,
            params: this.#params,
            metrics: [...this.#metrics],
            requests: [...this.#requests].map(([request, count]) => ({ request, count })),
            wakeSeconds: this.#wakeSeconds,
            wakeCount: this.#wakeCount,
        };
    }
}
