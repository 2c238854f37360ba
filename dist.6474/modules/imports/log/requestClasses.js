import { pathOf } from './requestKind.js';
/** Classes that are told apart; whoever scans for holes asks for thousands of paths. */
const classLimit = 10_000;
/** The rest. */
const other = 'other';
/** Requests by method and first segment of the path: `GET /cart`. */
export class RequestClasses {
    #intervalSeconds;
    #classes = new Map();
    constructor(intervalSeconds) {
        this.#intervalSeconds = intervalSeconds;
    }
    add(line) {
        const name = classOf(line);
        const isKnown = this.#classes.has(name) || this.#classes.size < classLimit;
        const key = isKnown ? name : other;
        const totals = this.#classes.get(key) ?? emptyTotals(key);
        this.#classes.set(key, totals);
        const bin = Math.floor(line.seconds / this.#intervalSeconds);
        addTo(totals, { ...line, bin });
    }
    /** The most frequent, then all others as one; those of the whole log, partial intervals too. */
    most(count) {
        const sorted = [...this.#classes.values()]
            .filter(({ name }) => name !== other)
            .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
        const rest = [...sorted.slice(count), ...[...this.#classes.values()].filter(({ name }) => name === other)];
        return rest.length === 0 ? sorted : [...sorted.slice(0, count), together(rest)];
    }
}
function emptyTotals(name) {
    return {
        name,
        count: 0,
        latencySum: 0,
        latencyCount: 0,
        upstreamSum: 0,
        upstreamCount: 0,
        byteSum: 0,
        byteCount: 0,
        bins: new Map(),
    };
}
function addTo(totals, { bin, latencySeconds, upstreamSeconds, responseBytes, }) {
    totals.count++;
    totals.bins.set(bin, (totals.bins.get(bin) ?? 0) + 1);
    if (latencySeconds !== undefined) {
        totals.latencySum += latencySeconds;
        totals.latencyCount++;
    }
    if (upstreamSeconds !== undefined) {
        totals.upstreamSum += upstreamSeconds;
        totals.upstreamCount++;
    }
    if (responseBytes !== undefined) {
        totals.byteSum += responseBytes;
        totals.byteCount++;
    }
}
function together(parts) {
    const sum = emptyTotals(other);
    for (const part of parts) {
        sum.count += part.count;
        sum.latencySum += part.latencySum;
        sum.latencyCount += part.latencyCount;
        sum.upstreamSum += part.upstreamSum;
        sum.upstreamCount += part.upstreamCount;
        sum.byteSum += part.byteSum;
        sum.byteCount += part.byteCount;
        for (const [bin, count] of part.bins)
            sum.bins.set(bin, (sum.bins.get(bin) ?? 0) + count);
    }
    return sum;
}
/**
 * Letters that a name of a column may have; the others become `_`. A name begins with a letter or `_`: a spreadsheet would take
 * `=`, `+`, `-` and `@` for a formula.
 */
function classOf({ method, path }) {
    if (path === undefined)
        return other;
    const segment = pathOf(path).split('/', 2)[1] ?? '';
    return `${(method ?? 'ANY').slice(0, 20).replace(/[^A-Za-z]/g, '_')} /${isKey(segment) ? ':id' : segment.slice(0, 40).replace(/[^\w.~%@:-]/g, '_')}`;
}
/** A number, a UUID or a hash names one thing, not a class. */
function isKey(segment) {
    return /^\d+$/.test(segment) || /^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(segment) || /^[0-9a-f]{16,}$/i.test(segment);
}
/** The table of classes, a line each. */
export function classLines(classes) {
    const total = classes.reduce((sum, { count }) => sum + count, 0);
    return classes.map(({ name, count, latencySum, latencyCount, upstreamSum, upstreamCount }) => {
        const share = `${Number(((100 * count) / Math.max(1, total)).toPrecision(3))} %`;
        const latency = latencyCount === 0 ? '' : `, ${milliseconds(latencySum / latencyCount)} on average`;
        const upstream = upstreamCount === 0 ? '' : `, ${milliseconds(upstreamSum / upstreamCount)} of it upstream`;
        return `class ${name}: ${share} (${count})${latency}${upstream}`;
    });
}
function milliseconds(seconds) {
    return `${Number((seconds * 1000).toPrecision(3))} ms`;
}
