import { isoTime } from '../../../base/isoTime.js';
import { Histogram } from '../../../stats/histogram.js';
import { readLog } from '../../log/readLog.js';
import { RequestClasses } from '../../log/requestClasses.js';
import { inputProblem } from '../../readInput.js';
import { spanText } from '../../spanText.js';
import { RequestTimeline } from '../requestTimeline.js';
import { durationUnit, inUnit } from './durationUnit.js';
import { isLog } from './isLog.js';
import { logWarnings } from './logWarnings.js';
import { quietLatency } from './quietLatency.js';
/**
 * By the minute up to 8 days, as `import log` counts; finer where the log is short, coarser where it is long.
 *
 * 9,600 hours are the longest: a single wrong date makes a trace of mostly nothing.
 */
const intervals = [
    { intervalSeconds: 10, limitCount: 720 },
    { intervalSeconds: 60, limitCount: 11_520 },
    { intervalSeconds: 600, limitCount: 11_520 },
    { intervalSeconds: 3600, limitCount: 9_600 },
];
const shownClassCount = 8;
/** Addresses that are told apart. */
const clientLimit = 200_000;
/** An access log in any format that `import log` reads, also gzipped. Streamed. */
export const logReader = {
    name: 'access-log',
    summary: 'access logs (nginx, Apache, Envoy, ALB, JSON lines)',
    recognises: isLog,
    read: readLogEvidence,
};
function readLogEvidence(file) {
    const unit = durationUnit(file);
    const facts = new LogFacts();
    const read = readLog(file, { asked: undefined, kept: new Set(['user']) }, (written, number) => {
        if (!facts.add(inUnit(written, unit)))
            throw tooLong(file, number, facts);
    });
    const dropped = facts.timeline.dropPartial();
    return {
        evidence: [facts.evidence(file, read, dropped)],
        warnings: logWarnings(file, { read, bins: facts.timeline.bins, unit }),
    };
}
/** What is kept of the lines. */
class LogFacts {
    timeline = new RequestTimeline(intervals);
    /** Only sums of the whole log. */
    #classes = new RequestClasses(Number.POSITIVE_INFINITY);
    #bytes = new Histogram();
    #clients = new Set();
    /** @returns whether the log still has a length that can be */
    add(line) {
        const { seconds, status = 0, latencySeconds, upstreamSeconds, responseBytes, client } = line;
        this.#classes.add(line);
        if (responseBytes !== undefined)
            this.#bytes.record(responseBytes);
        if (client !== undefined && this.#clients.size < clientLimit)
            this.#clients.add(client);
        const isFailed = status >= 500;
        return this.timeline.add({ seconds, isFailed, latencySeconds, upstreamSeconds });
    }
    evidence(file, read, dropped) {
        const { timeline } = this;
        const classes = this.#classes.most(shownClassCount).map((one) => classOf(one, read.takenCount));
        const { firstSeconds, lastSeconds, requestCount, intervalSeconds } = timeline.bins;
        const bytes = this.#bytes;
        const latency = timeline.latencies.all.facts;
        return {
            kind: 'log',
            file,
            summary: `access log (${read.format.name}), ${requestCount} requests in ${spanText(lastSeconds - firstSeconds)} from ${isoTime(Math.floor(firstSeconds))}, ${stampText(read)}`,
            format: read.format.name,
            lines: linesOf(read, dropped),
            stamps: read.stamps,
            intervalSeconds,
            recording: timeline.recording(file),
            classes,
            latency,
            upstream: timeline.upstream.all.facts,
            quiet: latency === null ? null : quietLatency(timeline),
            responseBytes: bytes.count === 0
                ? null
                : {
                    mean: bytes.meanSeconds ?? 0,
                    p50: bytes.quantileSeconds(0.5) ?? 0,
                    p95: bytes.quantileSeconds(0.95) ?? 0,
                },
            clientCount: this.#clients.size === 0 ? null : this.#clients.size,
        };
    }
}
function classOf(totals, allCount) {
    const { name, count, latencySum, latencyCount, upstreamSum, upstreamCount, byteSum, byteCount } = totals;
    const mean = (sum, of) => (of === 0 ? null : sum / of);
    return {
        name,
        count,
        share: count / allCount,
        meanLatencySeconds: mean(latencySum, latencyCount),
        meanUpstreamSeconds: mean(upstreamSum, upstreamCount),
        meanResponseBytes: mean(byteSum, byteCount),
    };
}
function linesOf(read, dropped) {
    const partial = dropped.reduce((sum, { requestCount }) => sum + requestCount, 0);
    return {
        all: read.lineCount,
        counted: read.takenCount - partial,
        probes: read.kinds.probe,
        staticFiles: read.kinds.static,
        notUnderstood: read.faults.notUnderstoodCount,
        partial,
    };
}
/** What the stamps stand for, which decides where the requests lie in time. */
function stampText({ stamps: { arrival, subtracted, unknown } }) {
    if (subtracted > 0)
        return 'stamped at the answer: durations subtracted';
    return arrival >= unknown ? 'stamped at the arrival' : 'without durations: counted at their stamp';
}
function tooLong(file, line, { timeline: { bins } }) {
    const words = {
        code: 'span-too-long',
        what: `spans ${isoTime(bins.firstSeconds)} to ${isoTime(bins.lastSeconds)}, more than 400 days`,
        why: 'A single wrong date makes a trace of mostly nothing.',
        fix: 'remove lines with a wrong date, or give a part of the log.',
    };
    return inputProblem(file, words, line);
}
