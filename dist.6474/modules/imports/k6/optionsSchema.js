import { z } from 'zod';
import { formatDuration, parseDuration } from '../../base/duration.js';
/**
 * k6's options as far as they say what traffic there is: k6 2.2, its documentation of options and scenarios.
 *
 * What comes out is in the words of a scenario file: durations are text with a unit.
 */
/** k6 reads whole numbers written as text, too. */
const wholeNumber = z.union([
    z.int(),
    z
        .string()
        .regex(/^[+-]?\d+$/)
        .transform(Number),
], {
    error: (issue) => `is ${shown(issue.input)}, not a whole number\nk6 refuses it, too.\nwrite a whole number.`,
});
/** k6 reads a bare number as milliseconds. */
const duration = z
    .union([z.number().min(0), z.string()], { error: (issue) => durationMessage(issue.input) })
    .transform((value, context) => {
    if (typeof value === 'number')
        return formatDuration(value / 1000);
    const seconds = parseDuration(value);
    if (seconds !== undefined && seconds >= 0)
        return value === '0' ? '0s' : value;
    context.issues.push({ code: 'custom', input: value, message: durationMessage(value) });
    return z.NEVER;
});
function durationMessage(input) {
    return `is ${shown(input)}, not a duration\nk6 reads texts such as 1m30s, and bare numbers as milliseconds.\nwrite for example '30s'.`;
}
const stages = z.array(z.strictObject({ duration, target: wholeNumber }), {
    error: (issue) => `is ${shown(issue.input)}, not a list of stages\nA stage is a duration and a target.\nwrite for example [{ duration: '1m', target: 10 }].`,
});
/** Text, as k6 demands of tags and environments. */
const texts = z.record(z.string(), z.string({ error: (issue) => `is ${shown(issue.input)}, not text\nk6 refuses it, too.\nquote the value.` }));
const common = {
    startTime: duration.optional(),
    gracefulStop: duration.optional(),
    exec: z.string().optional(),
    env: texts.optional(),
    tags: texts.optional(),
    options: z.looseObject({ browser: z.unknown().optional() }).optional(),
};
const iterations = {
    vus: wholeNumber.optional(),
    iterations: wholeNumber.optional(),
    maxDuration: duration.optional(),
};
const pool = { preAllocatedVUs: wholeNumber, maxVUs: wholeNumber.optional(), timeUnit: duration.optional() };
/** k6's executors, each with the fields it takes beside the common ones. */
export const executorSchemas = {
    'shared-iterations': z.strictObject({ executor: z.literal('shared-iterations'), ...common, ...iterations }),
    'per-vu-iterations': z.strictObject({ executor: z.literal('per-vu-iterations'), ...common, ...iterations }),
    'constant-vus': z.strictObject({
        executor: z.literal('constant-vus'),
        ...common,
        vus: wholeNumber.optional(),
        duration,
    }),
    'ramping-vus': z.strictObject({
        executor: z.literal('ramping-vus'),
        ...common,
        startVUs: wholeNumber.optional(),
        stages,
        gracefulRampDown: duration.optional(),
    }),
    'constant-arrival-rate': z.strictObject({
        executor: z.literal('constant-arrival-rate'),
        ...common,
        ...pool,
        rate: wholeNumber,
        duration,
    }),
    'ramping-arrival-rate': z.strictObject({
        executor: z.literal('ramping-arrival-rate'),
        ...common,
        ...pool,
        startRate: wholeNumber.optional(),
        stages,
    }),
};
/** What our own exports leave for the way back: what k6 has no word for. */
const exportedSource = z.strictObject({
    think: z.unknown().optional(),
    arrivals: z.unknown().optional(),
    request: z.string().optional(),
    vuLimit: z.literal('none').optional(),
});
/** The options at the top that this import reads. */
export const optionsSchema = z.looseObject({
    vus: wholeNumber.optional(),
    duration: duration.optional(),
    iterations: wholeNumber.optional(),
    stages: stages.optional(),
    scenarios: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
    thresholds: z
        .record(z.string(), z.union([z.string(), z.array(z.union([z.string(), z.looseObject({ threshold: z.string() })]))]))
        .optional(),
    ext: z
        .looseObject({ dryscale: z.strictObject({ sources: z.record(z.string(), exportedSource) }).optional() })
        .optional(),
});
/** Options at the top that change the traffic of k6 and cannot be followed, with what is missing. */
export const lostOptions = {
    rps: 'k6 would hold all users together below this many requests a second',
    minIterationDuration: 'k6 would stretch every iteration to this length; use `think` for it',
    executionSegment: 'k6 would run only this part of the load; here all of it runs',
    executionSegmentSequence: 'k6 would run only a part of the load; here all of it runs',
    maxRedirects: 'redirects are requests, too; here an iteration is one request',
    paused: 'k6 would wait for a command to start',
};
/** Options at the top that have no bearing on how much traffic there is. */
export const idleOptions = [
    'batch',
    'batchPerHost',
    'blacklistIPs',
    'blockHostnames',
    'cloud',
    'consoleOutput',
    'discardResponseBodies',
    'dns',
    'ext',
    'hosts',
    'httpDebug',
    'insecureSkipTLSVerify',
    'linger',
    'localIPs',
    'noConnectionReuse',
    'noCookiesReset',
    'noSetup',
    'noSummary',
    'noTeardown',
    'noThresholds',
    'noUsageReport',
    'noVUConnectionReuse',
    'setupTimeout',
    'summaryTimeUnit',
    'summaryTrendStats',
    'systemTags',
    'tags',
    'teardownTimeout',
    'throw',
    'tlsAuth',
    'tlsCipherSuites',
    'tlsVersion',
    'userAgent',
];
function shown(value) {
    return value === undefined ? 'missing' : `${JSON.stringify(value)} (${value === null ? 'null' : typeof value})`;
}
