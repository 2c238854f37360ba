import { formatDuration } from '../base/duration.js';
import { ProblemError } from '../base/problem.js';
import { formatSize } from '../base/quantity.js';
import { readWorkloads } from './readWorkloads.js';
/**
 * Settings of the services that have a workload in a file (Deployment, StatefulSet, Pod, PodTemplate).
 *
 * A workload is that of the service with its name; the only workload of a file is that of the only service, whatever the
 * names. Workloads without a service are noted.
 *
 * @throws ProblemError when the file holds no workload that fits, or a wrong one
 */
export function workloadSettings(text, file, services) {
    const workloads = readWorkloads(text, file);
    const pairs = pairWorkloads(workloads, services);
    if (pairs.length === 0)
        throw new ProblemError([noWorkload(file, workloads, services)]);
    const left = workloads.filter((workload) => !pairs.some((pair) => pair.workload === workload));
    return {
        set: pairs.flatMap(({ workload, service }) => instanceSettings(workload).map(({ key, text: value }) => `services.${service.name}.instance.${key}=${value}`)),
        notes: [...pairs.flatMap(notesOf), ...left.map((workload) => unused(workload, services))],
    };
}
/** Which workload is which service's. */
export function pairWorkloads(workloads, services) {
    if (workloads.length === 1 && services.length === 1)
        return [{ workload: workloads[0], service: services[0] }];
    return services.flatMap((service) => {
        const workload = workloads.find(({ name }) => name === service.name);
        return workload === undefined ? [] : [{ workload, service }];
    });
}
/** What a workload says of an instance. */
export function instanceSettings(workload) {
    const { cpuRequest, cpuLimit, memoryRequestBytes, memoryLimitBytes, graceSeconds } = workload;
    const sized = [
        { key: 'vcpus', value: cpuLimit, format: String },
        { key: 'cpuRequest', value: cpuRequest, format: String },
        { key: 'memory', value: memoryLimitBytes, format: sizeText },
        { key: 'memoryRequest', value: memoryRequestBytes, format: sizeText },
    ];
    const settings = sized.flatMap(({ key, value = 0, format }) => 
    // 0 is as good as nothing to Kubernetes.
    value > 0 ? [{ key, value, text: format(value) }] : []);
    return [...settings, { key: 'drain', value: graceSeconds, text: formatDuration(graceSeconds) }];
}
/** Whole bytes: a quantity of memory may be written in thousandths of one. */
function sizeText(bytes) {
    return formatSize(Math.ceil(bytes));
}
const missing = [
    ['cpuRequest', 'cpuRequest', 'requests.cpu', 'A Utilization target of an HPA fails in the cluster'],
    ['cpuLimit', 'vcpus', 'limits.cpu', 'A container may use what its node has left'],
    ['memoryRequestBytes', 'memoryRequest', 'requests.memory', 'A Utilization target on memory fails in the cluster'],
    ['memoryLimitBytes', 'memory', 'limits.memory', 'A container may use what its node has left'],
];
function notesOf({ workload, service }) {
    const { name, startupMeanSeconds } = service;
    const gaps = missing.flatMap(([field, key, written, why]) => {
        if (workload[field] !== undefined)
            return [];
        return [
            {
                code: 'not-in-workload',
                where: workload.placeOf(['containers']),
                what: `not every container has ${written}, so ${key} stays as the scenario has it`,
                why: `${why}.`,
                fix: `give every container ${written}, or set services.${name}.instance.${key} yourself.`,
            },
        ];
    });
    return [...gaps, ...readinessNotes(workload, name, startupMeanSeconds), ...workload.notes];
}
function readinessNotes(workload, name, startupMeanSeconds) {
    const { readinessSeconds } = workload;
    if (readinessSeconds === undefined)
        return [];
    const where = workload.placeOf(['containers']);
    const startup = `services.${name}.instance.startup`;
    if (startupMeanSeconds >= readinessSeconds) {
        const what = `readinessProbe is not taken: ${startup} has to include its ${readinessSeconds} s`;
        const why = 'A startup lasts from the launch to ready: scheduling, image, process, and the probe with its period.';
        return [{ code: 'readiness-in-startup', where, what, why, fix: 'measure it from the creation of a pod to Ready.' }];
    }
    const what = `the readinessProbe keeps a pod back for ${readinessSeconds} s, but ${startup} is ${Number(startupMeanSeconds.toPrecision(3))} s on average`;
    const why = 'No pod can be ready before initialDelaySeconds and the periods of successThreshold are over.';
    const fix = `set ${startup} to more than ${readinessSeconds}s: scheduling, image and process come on top.`;
    return [{ code: 'startup-too-short', where, what, why, fix }];
}
function unused(workload, services) {
    return {
        code: 'unused-workload',
        where: workload.placeOf([]),
        what: `${workload.kind} "${workload.name}" is not used`,
        why: `No service has its name: ${services.map(({ name }) => name).join(', ')}.`,
        fix: 'name the service like it, or leave it out.',
    };
}
function noWorkload(file, workloads, services) {
    const names = services.map(({ name }) => name).join(', ');
    const held = workloads.map(({ kind, name }) => `${kind} "${name}"`).join(', ');
    return {
        code: 'no-workload',
        where: { file },
        what: workloads.length === 0 ? 'holds no workload' : `holds no workload for ${names}, only ${held}`,
        why: 'Known are Deployment, StatefulSet, PodTemplate and Pod; each is that of the service with its name.',
        fix: 'name the file with the Deployment, or name the service like it.',
    };
}
