import { outcome } from '../record/outcome.js';
import { outcomeKinds } from '../record/runEvents.js';
import { iterationsOfUser } from '../traffic/clients.js';
import { double, word } from '../traffic/requestTable.js';
/** Tells of every step of every request as events: who reads them can follow one from its arrival to its end. */
export class TracedRequests {
    #options;
    constructor(options) {
        this.#options = options;
    }
    tried(row) {
        const { requests, classNames, responseBytes } = this.#options;
        const arrival_s = requests.doubles[(row << 4) | double.arrival];
        const index = this.#sourceIndexOf(row);
        const names = { source: this.#sourceOf(row), class: classNames[index], service: this.#serviceOf(row) };
        const bytes = responseBytes[index];
        const size = bytes > 0 ? { response_bytes: bytes } : {};
        this.#tell('try', { ...this.#tryOf(row), ...names, arrival_s, ...size });
    }
    waits(row, instance) {
        const number = instance < 0 ? null : this.#options.instances.launchNumber[instance];
        this.#tell('waits', { ...this.#tryOf(row), service: this.#serviceOf(row), instance: number });
    }
    waited(row, sinceSeconds) {
        const wait_ms = (this.#options.nowSeconds() - sinceSeconds) * 1e3;
        this.#tell('waited', { ...this.#tryOf(row), service: this.#serviceOf(row), from_s: sinceSeconds, wait_ms });
    }
    began(row, instance, factor) {
        const { requests, instances } = this.#options;
        const cpu_s = requests.doubles[(row << 4) | double.cpu] * factor;
        const io_s = requests.doubles[(row << 4) | double.io] * instances.slowFactor[instance];
        const place = { service: this.#serviceOf(row), instance: instances.launchNumber[instance] };
        this.#tell('begin', { ...this.#tryOf(row), ...place, cpu_s, io_s });
    }
    served(row) {
        const { requests, instances } = this.#options;
        const place = {
            service: this.#serviceOf(row),
            instance: instances.launchNumber[requests.words[(row << 5) | word.instance]],
        };
        this.#tell('served', { ...this.#tryOf(row), ...place, orphan: requests.isOrphan(row) });
    }
    retries(row, cause, dueSeconds) {
        this.#tell('retry', { ...this.#tryOf(row), service: this.#serviceOf(row), cause, due_s: dueSeconds });
    }
    ended(row, result) {
        const arrival = this.#options.requests.doubles[(row << 4) | double.arrival];
        const latency = result <= outcome.failed ? { latency_ms: (this.#options.nowSeconds() - arrival) * 1e3 } : {};
        const time_s = this.#options.nowSeconds();
        this.#options.tell({ time_s, kind: outcomeKinds[result], ...this.#endOf(row), ...latency });
    }
    dropped(source) {
        const { sourceNames, classNames } = this.#options;
        this.#tell('dropped', { source: sourceNames[source], class: classNames[source] });
    }
    unfinished(row, isWaiting) {
        this.#tell('unfinished', { ...this.#endOf(row), waiting: isWaiting });
    }
    #tell(kind, fields) {
        this.#options.tell({ time_s: this.#options.nowSeconds(), kind, ...fields });
    }
    #tryOf(row) {
        return { request: this.#nameOf(row), try: this.#options.requests.words[(row << 5) | word.tries] };
    }
    #endOf(row) {
        const { requests } = this.#options;
        const names = { request: this.#nameOf(row), source: this.#sourceOf(row), service: this.#serviceOf(row) };
        return {
            ...names,
            tries: requests.words[(row << 5) | word.tries],
            arrival_s: requests.doubles[(row << 4) | double.arrival],
        };
    }
    #nameOf(row) {
        const { requests } = this.#options;
        const number = requests.doubles[(row << 4) | double.arrivalNumber];
        if (requests.words[(row << 5) | word.user] < 0)
            return `${this.#sourceOf(row)}-${number}`;
        const user = Math.floor(number / iterationsOfUser);
        return `${this.#sourceOf(row)}-u${user}-${number - user * iterationsOfUser}`;
    }
    #sourceOf(row) {
        return this.#options.sourceNames[this.#sourceIndexOf(row)];
    }
    #sourceIndexOf(row) {
        const { requests, serviceNames } = this.#options;
        return Math.floor(requests.words[(row << 5) | word.group] / serviceNames.length);
    }
    #serviceOf(row) {
        return this.#options.serviceNames[this.#options.requests.words[(row << 5) | word.service]];
    }
}
