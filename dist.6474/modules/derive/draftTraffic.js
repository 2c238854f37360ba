import { formatDuration } from '../base/duration.js';
import { isoTime } from '../base/isoTime.js';
import { percent } from './phrases.js';
import { nameOf } from './target.js';
/** Arrivals of one run, at most: above, the hours around the peak play. */
const ARRIVAL_LIMIT = 2_000_000;
/** A class below this share is one of the others. */
const LEAST_SHARE = 0.01;
const CLASS_LIMIT = 8;
const STEP_LIMIT = 60;
const TRACE_FILE = 'traces/requests.csv';
/** Recorded requests before a load script, that before a rate that somebody named. @returns undefined where nothing tells the traffic */
export function draftTraffic({ evidence, recording, bins, rate }) {
    const steps = evidence.flatMap((one) => (one.kind === 'series' ? one.steps : []));
    if (steps.length > 0 && steps.length <= STEP_LIMIT)
        return ofSteps(steps, bins);
    const series = recording.series.find(({ role }) => role === 'request-rate') ?? perPodRate(recording, bins);
    if (series !== undefined && series.points.length > 1)
        return ofRecording(series, { recording, bins, evidence });
    const script = evidence.find((one) => one.kind === 'load-script');
    if (script !== undefined) {
        const names = [...new Set(Object.values(script.classes))];
        const share = 1 / Math.max(1, names.length);
        return {
            ...none,
            traffic: script.traffic,
            classes: names.map((name) => ({ name, share, latencyFactor: 1 })),
            durationSeconds: script.durationSeconds,
            words: `the load of ${script.file}: what a test sends, not what users want`,
            notes: script.notes,
        };
    }
    if (rate === undefined)
        return undefined;
    const traffic = { users: { executor: 'constant-arrival-rate', rate: rate.value, duration: '1h' } };
    return { ...none, traffic, classes: oneClass, durationSeconds: 3600, words: `${rate.value} requests/s, constant` };
}
const oneClass = [{ name: 'request', share: 1, latencyFactor: 1 }];
const none = { trace: undefined, initialCount: undefined, mixFrom: undefined, notes: [] };
/** Requests of one pod, times the pods that were there. */
function perPodRate(recording, bins) {
    const perPod = recording.series.find(({ role }) => role === 'request-rate-per-pod');
    if (perPod === undefined)
        return undefined;
    const points = bins.flatMap(({ seconds, requestsPerSecond }) => requestsPerSecond === undefined ? [] : [[seconds, requestsPerSecond]]);
    return { ...perPod, role: 'request-rate', points };
}
/** The load that was meant, step by step; clients that wait for their answers stay as many. */
function ofSteps(steps, bins) {
    const sources = steps.map(({ startSeconds, durationSeconds, ratePerSecond, clientCount }, index) => [
        `step-${String(index + 1).padStart(2, '0')}`,
        {
            executor: 'constant-arrival-rate',
            ...(Number.isInteger(ratePerSecond)
                ? { rate: ratePerSecond }
                : { rate: Math.round(ratePerSecond * 1000), timeUnit: '1000s' }),
            startTime: formatDuration(Number(startSeconds.toFixed(3))),
            duration: formatDuration(Number(durationSeconds.toFixed(3))),
            ...(clientCount === null ? {} : { preAllocatedVUs: clientCount, maxVUs: clientCount, arrivals: 'even' }),
        },
    ]);
    const last = steps[steps.length - 1];
    return {
        ...none,
        traffic: Object.fromEntries(sources),
        classes: oneClass,
        durationSeconds: last.startSeconds + last.durationSeconds,
        initialCount: podsAt(bins, 0),
        words: `${steps.length} steps of load, ${Math.min(...steps.map((one) => one.ratePerSecond))} to ${Math.max(...steps.map((one) => one.ratePerSecond))} requests/s`,
    };
}
function ofRecording(series, { recording, bins, evidence }) {
    const { points } = series;
    const step = series.stepSeconds ?? points[1][0] - points[0][0];
    const timeOf = (at) => {
        const { startUnixSeconds } = recording;
        return startUnixSeconds === null ? String(at) : isoTime(startUnixSeconds + at);
    };
    const rows = points.map(([at, value]) => `${timeOf(at)},${Number(Math.max(0, value).toPrecision(7))}`);
    const wholeSeconds = points[points.length - 1][0] + step - points[0][0];
    const arrivals = points.reduce((sum, [, value]) => sum + Math.max(0, value) * step, 0);
    const window = arrivals > ARRIVAL_LIMIT ? aroundPeak(points, step) : undefined;
    const { fromSeconds = points[0][0], toSeconds } = window ?? {};
    const durationSeconds = toSeconds === undefined ? wholeSeconds : toSeconds - fromSeconds;
    const classes = mixOf(evidence);
    const peak = points.reduce((most, [, value]) => Math.max(most, value), 0);
    const settings = { executor: 'trace', file: TRACE_FILE, time: 'time', rate: 'rate' };
    const part = window === undefined ? {} : { from: timeOf(fromSeconds), to: timeOf(window.toSeconds) };
    const traffic = classes.map(({ name, share }) => [
        classes.length === 1 ? 'recorded' : name,
        { ...settings, ...part, ...(classes.length === 1 ? {} : { request: name, scale: share }) },
    ]);
    return {
        traffic: Object.fromEntries(traffic),
        classes,
        durationSeconds,
        trace: { name: TRACE_FILE, text: `${['time,rate', ...rows].join('\n')}\n` },
        initialCount: podsAt(bins, fromSeconds),
        words: `${rateText(arrivals / wholeSeconds)} requests/s on average, ${rateText(peak)} at the peak, ${formatDuration(wholeSeconds)} by ${formatDuration(step)} (${series.source.name})`,
        mixFrom: classes.length === 1 ? undefined : 'the share of the lines of the log',
        notes: window === undefined
            ? []
            : [
                `the trace has ${Math.round(arrivals / 1e6)} million requests: ${formatDuration(durationSeconds)} around the peak play; take \`from\` and \`to\` out and set duration: ${formatDuration(wholeSeconds)} to play all`,
            ],
    };
}
function rateText(value) {
    return String(Number(value.toPrecision(3)));
}
/** The pods of the bin that holds at an instant. */
function podsAt(bins, seconds) {
    const pods = bins.findLast((bin) => bin.seconds <= seconds && bin.pods !== undefined)?.pods ?? bins[0]?.pods;
    return pods === undefined ? undefined : Math.max(0, Math.round(pods));
}
/** As much time around the busiest row as the limit of arrivals allows: two thirds of it before, where the rise is. */
function aroundPeak(points, step) {
    const peak = points.reduce((best, [, value], index) => (value > points[best][1] ? index : best), 0);
    let [first, last] = [peak, peak];
    let arrivals = points[peak][1] * step;
    for (;;) {
        const goesBack = first > 0 && (last + 1 >= points.length || peak - first <= 2 * (last - peak));
        const next = goesBack ? first - 1 : last + 1;
        if (next >= points.length)
            break;
        arrivals += Math.max(0, points[next][1]) * step;
        if (arrivals > ARRIVAL_LIMIT)
            break;
        if (goesBack)
            first = next;
        else
            last = next;
    }
    return { fromSeconds: points[first][0], toSeconds: points[last][0] + step };
}
/** The most frequent classes of the log, the rest as one; a single class where no log tells them apart. */
function mixOf(evidence) {
    const found = evidence.flatMap((one) => (one.kind === 'log' ? [one.classes] : []))[0] ?? [];
    const shown = found.filter(({ share, name }) => share >= LEAST_SHARE && name !== 'other').slice(0, CLASS_LIMIT);
    if (shown.length < 2)
        return oneClass;
    const rest = found.filter((one) => !shown.includes(one));
    const meanOf = (classes) => {
        const timed = classes.filter((one) => latencyOf(one) !== null);
        const shares = timed.reduce((sum, { share }) => sum + share, 0);
        return shares > 0 ? timed.reduce((sum, one) => sum + one.share * (latencyOf(one) ?? 0), 0) / shares : 0;
    };
    const all = meanOf(found);
    const factorOf = (classes) => (all > 0 && meanOf(classes) > 0 ? meanOf(classes) / all : 1);
    const names = new Set();
    const kept = shown.map((one) => ({
        name: uniqueName(one.name, names),
        share: one.share,
        latencyFactor: factorOf([one]),
    }));
    const left = 1 - kept.reduce((sum, { share }) => sum + share, 0);
    const others = left > 1e-6 ? [{ name: uniqueName('other', names), share: left, latencyFactor: factorOf(rest) }] : [];
    return [...kept, ...others].map((one) => ({ ...one, share: Number(one.share.toPrecision(6)) }));
}
function latencyOf({ meanUpstreamSeconds, meanLatencySeconds }) {
    return meanUpstreamSeconds ?? meanLatencySeconds;
}
/** `GET /cart` as `GET_cart`; two that become the same get a number. */
function uniqueName(text, taken) {
    const plain = nameOf(text.replace(/ \//, '_').replace(/_$/, '_root'));
    let name = plain;
    for (let number = 2; taken.has(name); number++)
        name = `${plain}-${number}`;
    taken.add(name);
    return name;
}
/** The mix in words: `GET_cart 60 %, POST_pay 40 %`. */
export function mixText(classes) {
    return classes.map(({ name, share }) => `${name} ${percent(share)}`).join(', ');
}
