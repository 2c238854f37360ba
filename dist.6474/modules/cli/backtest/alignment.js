import { countsOf, seriesOf } from '../../backtest/observed.js';
import { extentOf } from '../../backtest/recordedGrid.js';
import { lengthOf, overlapOf } from '../../backtest/stretch.js';
import { isoTime } from '../../base/isoTime.js';
import { ProblemError } from '../../base/problem.js';
import { calendarStartOf } from '../../scenario/calendarStart.js';
/**
 * Brings the clocks of a recording and of a scenario together.
 *
 * The recorded load or rate is replayed where there is one, on the recording's own clock; else the scenario's own traffic: by
 * dates where both have some, from the beginning of both otherwise.
 * @throws ProblemError where they have no time in common
 */
export function align(actual, scenario, folder) {
    const { recording, steps } = actual;
    const rate = seriesOf(recording, 'request-rate');
    const warnings = [];
    const traffic = steps.length > 0
        ? { kind: 'steps', steps }
        : rate !== undefined
            ? { kind: 'rate', series: rate }
            : { kind: 'scenario', zeroSeconds: zeroOf(actual, { scenario, folder, warnings }) };
    const judged = judgedSeries(actual);
    const endSeconds = Math.max(...recording.series.map((series) => extentOf(series, 0).toSeconds));
    const sent = extentOfTraffic(traffic, scenario, endSeconds);
    const seen = extentOf(judged, Math.max(endSeconds, sent.toSeconds));
    const span = overlapOf(sent, seen);
    if (lengthOf(span) === 0)
        throw nothingInCommon(sent, seen, recording.startUnixSeconds);
    return { traffic, span: { ...span, startUnixSeconds: recording.startUnixSeconds }, warnings };
}
/** What the stretch must have: replicas, else the first that can be compared. */
function judgedSeries({ recording }) {
    const roles = [
        'cpu',
        'cpu-per-pod',
        'utilization',
        'latency-p95',
        'latency-p50',
        'error-share',
        'error-rate',
    ];
    const found = countsOf(recording)?.series ?? roles.flatMap((role) => seriesOf(recording, role) ?? [])[0];
    if (found !== undefined)
        return found;
    const names = recording.series.map(({ role }) => role).join(', ');
    throw new ProblemError([
        {
            code: 'nothing-to-judge',
            where: { file: recording.series[0].source.file },
            what: `has ${names}, and nothing that a simulation can be compared with`,
            why: 'What is compared: replicas, CPU, latency p50 and p95, 5xx.',
            fix: 'record replicas over time as well; dryscale queries prints how.',
        },
    ]);
}
function extentOfTraffic(traffic, scenario, endSeconds) {
    if (traffic.kind === 'rate')
        return extentOf(traffic.series, endSeconds);
    if (traffic.kind === 'scenario') {
        return { fromSeconds: traffic.zeroSeconds, toSeconds: traffic.zeroSeconds + scenario.duration };
    }
    const ends = traffic.steps.map(({ startSeconds, durationSeconds }) => startSeconds + durationSeconds);
    const starts = traffic.steps.map(({ startSeconds }) => startSeconds);
    return { fromSeconds: Math.min(...starts), toSeconds: Math.max(...ends) };
}
/** The scenario's second 0 on the recording's clock. */
function zeroOf({ recording: { startUnixSeconds } }, { scenario, folder, warnings }) {
    const calendar = calendarStartOf(scenario, folder);
    const hasDate = calendar.from !== 'default';
    if (startUnixSeconds !== null && hasDate)
        return calendar.seconds - startUnixSeconds;
    if (startUnixSeconds !== null || hasDate) {
        const [dated, undated] = hasDate ? ['the scenario', 'the recording'] : ['the recording', 'the scenario'];
        warnings.push(`warn ${dated} has dates and ${undated} has none; assumed that both begin at the same instant`);
    }
    return 0;
}
function nothingInCommon(sent, seen, startUnixSeconds) {
    const at = (seconds) => startUnixSeconds === null ? `${Math.round(seconds)} s` : isoTime(startUnixSeconds + Math.round(seconds));
    const text = ({ fromSeconds, toSeconds }) => `${at(fromSeconds)} to ${at(toSeconds)}`;
    return new ProblemError([
        {
            code: 'no-common-time',
            where: {},
            what: `the traffic covers ${text(sent)}, what was recorded of the service ${text(seen)}`,
            why: 'They have no time in common: one may be of another day, or its stamps of another zone or unit.',
            fix: 'record both over the same time.',
        },
    ]);
}
