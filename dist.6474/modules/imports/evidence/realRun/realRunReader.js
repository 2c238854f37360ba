import { z } from 'zod';
import { unitOf } from '../../../results/seriesRoles.js';
import { parseTime } from '../../../traffic/trace/time.js';
import { inputProblem, readInput } from '../../readInput.js';
const change = z.tuple([z.number().min(0), z.number().min(0)]);
const stepSchema = z.looseObject({
    startSeconds: z.number(),
    durationSeconds: z.number().positive(),
    ratePerSecond: z.number().min(0),
    clients: z.number().optional(),
    requests: z.number().optional(),
    failedRequests: z.number().optional(),
    latencyMeanMs: z.number().optional(),
    latencyP50Ms: z.number().optional(),
    latencyP95Ms: z.number().optional(),
    latencyP99Ms: z.number().optional(),
    requestsBegunBySecondOfStep: z.array(change).optional(),
});
const schema = z.looseObject({
    format: z.literal('real-run/1'),
    name: z.string(),
    recordedAtUtc: z.string().optional(),
    workload: z.looseObject({ terminationSeconds: z.number().optional() }).optional(),
    load: z
        .looseObject({ rowSeconds: z.number().positive().optional(), loadSecondsOfEachRow: z.number().optional() })
        .optional(),
    endSeconds: z.number().optional(),
    steps: z.array(stepSchema).optional(),
    replicasBySecond: z.array(change).optional(),
    columns: z.array(z.string()).optional(),
    rows: z.array(z.array(z.number())).optional(),
});
const limitBytes = 20_000_000;
/** Recorded runs of real autoscalers in one shape: load by steps or rows, replicas by second (`format: real-run/1`). */
export const realRunReader = {
    name: 'real-run',
    summary: 'recorded runs (JSON, format real-run/1)',
    recognises: ({ text }) => /"format"\s*:\s*"real-run\/1"/.test(text),
    read(file) {
        const run = parsed(file);
        const series = run.steps === undefined ? ofRows(run, file) : ofSteps(run, run.steps, file);
        const steps = (run.steps ?? []).map((step) => {
            const { startSeconds, durationSeconds, ratePerSecond, clients } = step;
            return { startSeconds, durationSeconds, ratePerSecond, clientCount: clients ?? null };
        });
        const recording = {
            startUnixSeconds: parseTime(run.recordedAtUtc ?? '', 's') ?? null,
            series: series.filter(({ points }) => points.length > 0),
        };
        const summary = `recorded run ${run.name}: ${recording.series.length} series${steps.length === 0 ? '' : `, ${steps.length} steps of load`}`;
        return {
            evidence: [{ kind: 'series', file, summary, recording, unused: [], steps }],
            warnings: warningsOf(run, file),
        };
    },
};
function parsed(file) {
    let document;
    try {
        document = JSON.parse(readInput(file, limitBytes).toString('utf8'));
    }
    catch (thrown) {
        if (!(thrown instanceof SyntaxError))
            throw thrown;
        throw wrong(file, 'is not JSON');
    }
    const read = schema.safeParse(document);
    if (read.success && (read.data.steps ?? read.data.rows) !== undefined)
        return read.data;
    throw wrong(file, read.success
        ? 'has neither steps nor rows'
        : `${read.error.issues[0].path.map(String).join('.')} is not as it should be`);
}
function wrong(file, what) {
    return inputProblem(file, {
        code: 'wrong-form',
        what,
        why: 'A recorded run has steps and replicasBySecond, or columns and rows.',
        fix: 'save the document of the run as it was published.',
    });
}
function maker(file) {
    return (role, name, points, stepSeconds = null, terminatingSeconds = 0) => ({
        role,
        source: { file, name, labels: {} },
        unit: unitOf(role),
        points,
        stepSeconds,
        windowSeconds: null,
        terminatingSeconds,
    });
}
/** Requests that began, in each second of each step; where it is not told, as many as were meant to. */
function ofSteps(run, steps, file) {
    const of = maker(file);
    const requests = steps.flatMap(({ startSeconds, ratePerSecond, requestsBegunBySecondOfStep: begun }) => (begun ?? [[0, ratePerSecond]]).map(([second, rate]) => [startSeconds + second, rate]));
    const last = steps[steps.length - 1];
    const end = last.startSeconds + last.durationSeconds;
    const each = (value) => steps.flatMap((step) => {
        const found = value(step);
        return found === undefined ? [] : [[step.startSeconds, found]];
    });
    const milliseconds = (value) => (value === undefined ? undefined : value / 1000);
    const replicas = run.replicasBySecond ?? [];
    const until = Math.max(run.endSeconds ?? end, replicas.at(-1)?.[0] ?? 0);
    return [
        of('request-rate', 'requestsBegunBySecondOfStep', onePerSecond([...requests, [end, 0]])),
        of('error-share', 'failedRequests', each(({ requests: all, failedRequests: failed }) => all === undefined || failed === undefined || all === 0 ? undefined : failed / all)),
        of('latency-p50', 'latencyP50Ms', each((step) => milliseconds(step.latencyP50Ms))),
        of('latency-p95', 'latencyP95Ms', each((step) => milliseconds(step.latencyP95Ms))),
        of('latency-p99', 'latencyP99Ms', each((step) => milliseconds(step.latencyP99Ms))),
        of('latency-mean', 'latencyMeanMs', each((step) => milliseconds(step.latencyMeanMs))),
        of('replicas', 'replicasBySecond', onePerSecond([...replicas, [until, replicas.at(-1)?.[1] ?? 0]]), null, run.workload?.terminationSeconds ?? 0),
    ];
}
/** Of several changes within one second the last is what holds. */
function onePerSecond(points) {
    return points.filter(([second], index) => points[index + 1]?.[0] !== second);
}
function ofRows({ rows = [], columns = [], load }, file) {
    const of = maker(file);
    const rowSeconds = load?.rowSeconds ?? null;
    const at = (name, scale = 1) => {
        const column = columns.indexOf(name);
        const start = columns.indexOf('rowStartSeconds');
        return rows.flatMap((row) => (column < 0 || start < 0 ? [] : [[row[start], row[column] * scale]]));
    };
    const answered = rowSeconds === null ? [] : at('requestsAnswered', 1 / rowSeconds);
    /** Replicas are read after the load of a row. */
    const late = at('replicas').map(([second, count]) => [second + (load?.loadSecondsOfEachRow ?? 0), count]);
    return [
        of('request-rate', 'requestsAnswered', answered, rowSeconds),
        of('error-share', 'failedPercent', at('failedPercent', 0.01), rowSeconds),
        of('latency-mean', 'latencyMeanMs', at('latencyMeanMs', 0.001), rowSeconds),
        of('replicas', 'replicas', late, rowSeconds),
    ];
}
function warningsOf({ steps, rows, recordedAtUtc }, file) {
    const warn = (code, what, assumed) => ({
        code,
        where: { file },
        what,
        assumed,
    });
    const short = (steps ?? []).filter(({ clients, ratePerSecond, durationSeconds, requests }) => clients !== undefined &&
        (requests ?? Number.POSITIVE_INFINITY) < 0.99 * ratePerSecond * Math.floor(durationSeconds));
    return [
        ...(short.length === 0
            ? []
            : [
                warn('closed-load', `in ${short.length} of ${steps?.length} steps clients waited for answers and sent less than they were meant to`, 'what was sent; the steps tell what was meant'),
            ]),
        ...(rows === undefined
            ? []
            : [
                warn('closed-load', 'counts answers, and its clients wait for theirs', 'answers a second as requests a second'),
            ]),
        ...(recordedAtUtc === undefined
            ? [warn('no-clock', 'does not say when it was recorded', 'a clock of its own')]
            : []),
    ];
}
