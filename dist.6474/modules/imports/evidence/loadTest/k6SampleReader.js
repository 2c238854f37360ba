import { isoTime } from '../../../base/isoTime.js';
import { inputProblem } from '../../readInput.js';
import { spanText } from '../../spanText.js';
import { csvHeader, csvSamples, jsonSamples } from './k6Samples.js';
import { kneeOf } from './knee.js';
import { kneeText } from './kneeText.js';
import { loadWarnings } from './loadWarnings.js';
import { factsOf, SampleTotals } from './sampleTotals.js';
/** All values of a k6 test: `--out json=FILE`, also gzipped. Streamed. */
export const k6JsonReader = {
    name: 'k6-json',
    summary: 'values of k6 (--out json=FILE)',
    recognises: ({ jsonKeys }) => ['metric', 'type', 'data'].every((key) => jsonKeys.includes(key)),
    read: (file) => readSamples(file, 'ndjson', jsonSamples),
};
/** All values of a k6 test: `--out csv=FILE`, also gzipped. Streamed. */
export const k6CsvReader = {
    name: 'k6-csv',
    summary: 'values of k6 (--out csv=FILE)',
    recognises: ({ text }) => text.trimStart().startsWith(csvHeader),
    read: (file) => readSamples(file, 'csv', csvSamples),
};
function readSamples(file, form, samplesOf) {
    const totals = new SampleTotals();
    const warnings = [];
    const onCut = (line) => {
        const what = 'the last line is cut off: the test may have gone on';
        warnings.push({ code: 'cut-off', where: { file, line }, what, assumed: 'that it ended there' });
    };
    for (const sample of samplesOf(file, onCut))
        if (!totals.add(sample))
            throw tooLong(file, totals);
    if (totals.timeline.bins.requestCount === 0)
        throw noRequests(file);
    totals.settle();
    const evidence = evidenceOf(file, form, totals);
    return { evidence: [evidence], warnings: [...warnings, ...loadWarnings(evidence)] };
}
function evidenceOf(file, form, totals) {
    const { timeline, firstSeconds, lastSeconds } = totals;
    const { requestCount } = timeline.bins;
    const { failedShare } = totals;
    // Rates of intervals that the test covers in part are too low.
    timeline.dropPartial();
    const durationSeconds = lastSeconds - firstSeconds;
    const recording = timeline.recording(file);
    const knee = kneeOf(totals.kneeIntervals());
    const all = timeline.latencies.all;
    return {
        kind: 'load-test',
        file,
        summary: `k6 (${form}), ${requestCount} requests in ${spanText(durationSeconds)} from ${isoTime(Math.floor(firstSeconds))}, ${kneeText(knee)}`,
        tool: 'k6',
        form,
        durationSeconds,
        requestCount,
        ratePerSecond: durationSeconds === 0 ? null : requestCount / durationSeconds,
        latency: factsOf(all),
        failedShare,
        droppedIterationCount: totals.droppedCount,
        maxVUs: totals.maxVUs === 0 ? null : totals.maxVUs,
        activeVUs: totals.activeVUs(recording.startUnixSeconds ?? 0),
        failedThresholds: [],
        recording,
        scenarios: totals.parts('scenarios'),
        classes: totals.parts('classes'),
        knee,
    };
}
function noRequests(file) {
    return inputProblem(file, {
        code: 'no-requests',
        what: 'has no http_req_duration',
        why: 'Only requests over HTTP are read, and without one there is neither rate nor latency.',
        fix: 'give the results of a test that sends HTTP requests.',
    });
}
function tooLong(file, { firstSeconds, lastSeconds }) {
    return inputProblem(file, {
        code: 'span-too-long',
        what: `spans ${isoTime(firstSeconds)} to ${isoTime(lastSeconds)}, more than 10 days`,
        why: 'Results of two tests in one file would be read as one with a pause.',
        fix: 'give the values of one test.',
    });
}
