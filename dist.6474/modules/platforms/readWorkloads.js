import { z } from 'zod';
import { locate } from '../base/locate.js';
import { suggestion } from '../base/nearest.js';
import { ProblemError, sortProblems } from '../base/problem.js';
import { fieldAt, withoutNulls } from './fieldAt.js';
import { kubeQuantitySchema } from './kubernetesHpa/kubeQuantity.js';
import { manifestDocuments } from './manifestDocuments.js';
import { containerDescriptions, containerEffects, podDescriptions, podEffects } from './podFields.js';
import { apiServerReasons, schemaProblems } from './schemaProblems.js';
/** terminationGracePeriodSeconds, and a probe's period. Source: the API reference of core/v1. */
const GRACE_DEFAULT_SECONDS = 30;
const PERIOD_DEFAULT_SECONDS = 10;
/** Where each kind keeps the spec of its pods. */
const podPaths = {
    Deployment: ['spec', 'template', 'spec'],
    StatefulSet: ['spec', 'template', 'spec'],
    PodTemplate: ['template', 'spec'],
    Pod: ['spec'],
};
const amounts = z
    .looseObject({
    cpu: kubeQuantitySchema('nonNegative').optional(),
    memory: kubeQuantitySchema('nonNegative').optional(),
})
    .default({});
const probe = z.looseObject({
    initialDelaySeconds: z.int().min(0).default(0),
    periodSeconds: z.int().min(1).default(PERIOD_DEFAULT_SECONDS),
    successThreshold: z.int().min(1).default(1),
});
const podSchema = z.looseObject({
    terminationGracePeriodSeconds: z.int().min(0).default(GRACE_DEFAULT_SECONDS),
    containers: z
        .array(z.looseObject({
        name: z.string().optional(),
        resources: z.looseObject({ requests: amounts, limits: amounts }).prefault({}),
        readinessProbe: probe.optional(),
    }))
        .min(1),
});
/**
 * Every workload of a file; its other documents are passed over.
 *
 * @throws ProblemError when the file cannot be parsed, or a workload in it is wrong
 */
export function readWorkloads(text, file) {
    const problems = [];
    const workloads = manifestDocuments(text, file).flatMap((source) => {
        if (!isWorkload(source))
            return [];
        const read = readWorkload(source);
        if (!Array.isArray(read))
            return [read];
        problems.push(...read);
        return [];
    });
    if (problems.length > 0)
        throw new ProblemError(sortProblems(problems));
    return workloads;
}
/** Whether a document says what the pods of a workload are. */
export function isWorkload({ value }) {
    return Object.hasOwn(podPaths, String(fieldAt(value, ['kind'])));
}
/** One workload, or of its containers one alone. @returns it, or what is wrong with it */
export function readWorkload(source, container) {
    const path = podPaths[String(fieldAt(source.value, ['kind']))];
    const result = podSchema.safeParse(withoutNulls(fieldAt(source.value, path)));
    if (result.success) {
        const { containers } = result.data;
        const chosen = container === undefined ? containers : containers.filter(({ name }) => name === container);
        return workloadOf(source, path, { ...result.data, containers: chosen });
    }
    const place = (inner, isKey) => locate(source, inner, isKey);
    const issues = result.error.issues.map((issue) => ({ ...issue, path: [...path, ...issue.path] }));
    return schemaProblems(issues, { value: source.value, schema: podSchema, reasons: apiServerReasons, place });
}
function workloadOf(source, path, pod) {
    const { containers, terminationGracePeriodSeconds } = pod;
    const requestOf = ({ resources }, name) => 
    // A limit without a request is the request, too.
    resources.requests[name] ?? resources.limits[name];
    const probes = containers.flatMap(({ readinessProbe }) => readinessProbe ?? []);
    const placeOf = (inner) => locate(source, [...path, ...inner], true);
    return {
        kind: String(fieldAt(source.value, ['kind'])),
        name: String(fieldAt(source.value, ['metadata', 'name']) ?? ''),
        cpuRequest: sumOf(containers.map((container) => requestOf(container, 'cpu'))),
        cpuLimit: sumOf(containers.map(({ resources }) => resources.limits.cpu)),
        memoryRequestBytes: sumOf(containers.map((container) => requestOf(container, 'memory'))),
        memoryLimitBytes: sumOf(containers.map(({ resources }) => resources.limits.memory)),
        containerCount: containers.length,
        graceSeconds: terminationGracePeriodSeconds,
        readinessSeconds: probes.length === 0
            ? undefined
            : probes.reduce((latest, one) => Math.max(latest, one.initialDelaySeconds + waitOf(one)), 0),
        notes: [
            ...fieldNotes(pod, { effects: podEffects, descriptions: podDescriptions, placeOf }),
            ...containers.flatMap((container, index) => {
                const place = (inner) => placeOf(['containers', index, ...inner]);
                return fieldNotes(container, {
                    effects: containerEffects,
                    descriptions: containerDescriptions,
                    placeOf: place,
                });
            }),
        ],
        placeOf,
    };
}
/** A pod is ready at its first success when the threshold is 1; each further one takes a period. */
function waitOf({ periodSeconds, successThreshold }) {
    return (successThreshold - 1) * periodSeconds;
}
function sumOf(quantities) {
    const known = quantities.filter((quantity) => quantity !== undefined);
    if (known.length < quantities.length)
        return undefined;
    // In thousandths, so that 100m + 200m is 0.3.
    return Number(known.reduce((sum, { milli }) => sum + milli, 0n)) / 1000;
}
function fieldNotes(value, { effects, descriptions, placeOf }) {
    const known = [...descriptions, ...Object.keys(effects)];
    return Object.keys(value).flatMap((key) => {
        if (descriptions.includes(key))
            return [];
        const where = placeOf([key]);
        if (!Object.hasOwn(effects, key)) {
            const why = 'The API server refuses it, or drops it without notice; nothing reads it here.';
            return [{ code: 'unknown-key', where, what: `unknown key "${key}"`, why, fix: suggestion(key, known) }];
        }
        const fix = 'keep the difference in mind when you read the results.';
        return [
            { code: 'not-simulated', where, what: `\`${key}\` is not taken`, why: `In the cluster ${effects[key]}.`, fix },
        ];
    });
}
