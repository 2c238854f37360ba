import { nearest } from '../base/nearest.js';
import { isTargetOf, lastPartOf } from '../platforms/chooseManifest.js';
/**
 * Which service the files are about: what an autoscaler scales, else a scaling group, else the only workload, else whose pods they are.
 *
 * An autoscaler of another workload, pods of another one and the like are told and left out; nothing is taken for granted because
 * it lies beside.
 *
 * @param asked the user's `--set service=NAME`
 */
export function targetOf(evidence, asked) {
    const manifests = evidence.filter((one) => one.kind === 'manifests');
    const groups = evidence.filter((one) => one.kind === 'scaling-group');
    const policies = evidence.filter((one) => one.kind === 'policy');
    const pods = evidence.flatMap((one) => (one.kind === 'pods' ? [one] : []));
    const autoscalers = manifests.flatMap((one) => one.manifests.map((found) => ({ evidence: one, found })));
    const workloads = manifests.flatMap((one) => one.workloads.map((workload) => ({ file: one.file, workload })));
    const scaled = distinct(autoscalers.flatMap(({ found }) => found.manifest.target ?? []).map(lastPartOf));
    const candidates = [
        scaled,
        distinct(groups.map(({ name }) => name)),
        distinct(workloads.map(({ workload }) => workload.name)),
        distinct(pods.flatMap((one) => one.pods.flatMap(({ workload }) => workload ?? []))),
    ].map((names) => names.filter((name) => name !== ''));
    const names = candidates.find((one) => one.length > 0) ?? [];
    const known = distinct(candidates.flat());
    const name = asked ?? (names.length === 1 ? names[0] : (onlyComplete(names, workloads) ?? names[0] ?? 'web'));
    const isOpen = asked === undefined && names.length > 1 && onlyComplete(names, workloads) === undefined;
    const wrongName = asked !== undefined && known.length > 0 && !known.includes(asked);
    const isOurs = ({ found: { manifest } }) => manifest.target === undefined || isTargetOf(manifest.target, name);
    const group = groups.find((one) => one.name === name) ?? (groups.length === 1 ? groups[0] : undefined);
    const workload = workloads.find((one) => one.workload.name === name)?.workload;
    const starts = pods.flatMap((one) => one.pods.filter((pod) => pod.workload === null || pod.workload === name));
    const left = [
        ...autoscalers.filter((one) => !isOurs(one)).map(otherAutoscaler(name)),
        ...workloads.filter((one) => one.workload.name !== name).map(otherWorkload(name, workload !== undefined)),
        ...groups.filter((one) => one !== group).map((one) => unused(one.file, `the group "${one.name}"`, name)),
        ...pods.flatMap((one) => podWarnings(one, name)),
        ...withoutWorkload(autoscalers.filter(isOurs), { workload, workloads: workloads.map((one) => one.workload) }),
    ];
    return {
        service: nameOf(name),
        workload,
        autoscalers: autoscalers.filter(isOurs),
        group,
        policies,
        starts,
        warnings: left,
        problems: [
            ...(isOpen ? [whichService(names, manifests[0]?.file)] : []),
            ...(wrongName ? [unknownService(asked, known)] : []),
        ],
    };
}
/** Of several scaled services the only one whose workload is there, too. */
function onlyComplete(names, workloads) {
    const complete = names.filter((name) => workloads.some(({ workload }) => workload.name === name));
    return complete.length === 1 ? complete[0] : undefined;
}
/** A name that a scenario may have. */
export function nameOf(text) {
    return text.replace(/[^0-9a-zA-Z_-]/g, '_') || 'web';
}
function distinct(names) {
    return [...new Set(names)];
}
const otherAutoscaler = (service) => ({ evidence, found }) => ({
    code: 'another-autoscaler',
    where: { file: evidence.file },
    what: `${found.manifest.name} scales "${found.manifest.target}", not "${service}"`,
    assumed: 'nothing of it',
});
const otherWorkload = (service, isKnown) => ({ workload }) => ({
    code: 'another-workload',
    where: placeOf(workload),
    what: `${workload.kind} "${workload.name}" is not "${service}"${isKnown ? '' : ', which the files scale and do not describe'}`,
    assumed: 'nothing of it',
});
function placeOf(workload) {
    const { file, line } = workload.placeOf([]);
    return { ...(file === undefined ? {} : { file }), ...(line === undefined ? {} : { line }) };
}
function unused(file, what, service) {
    return { code: 'another-service', where: { file }, what: `${what} is not "${service}"`, assumed: 'nothing of it' };
}
function podWarnings(one, service) {
    const others = distinct(one.pods.flatMap(({ workload }) => workload ?? [])).filter((name) => name !== service);
    if (others.length === 0)
        return [];
    const shown = others.length > 3 ? `${others.slice(0, 3).join(', ')} and ${others.length - 3} more` : others.join(', ');
    return [unused(one.file, `pods of ${shown}: each`, service)];
}
function withoutWorkload(autoscalers, { workload, workloads }) {
    const [first] = autoscalers;
    const needs = autoscalers.some(({ found }) => (found.manifest.shares ?? []).length > 0);
    if (first === undefined || workload !== undefined || !needs)
        return [];
    const beside = workloads.length === 0 ? 'no Deployment is among the files' : 'its Deployment is not among the files';
    return [
        {
            code: 'no-workload',
            where: { file: first.evidence.file },
            what: `${first.found.manifest.name} holds a share of what pods request, and ${beside}`,
            assumed: 'a request, listed among the assumptions; name the Deployment with --from to know it',
        },
    ];
}
function whichService(names, file) {
    return {
        code: 'which-service',
        where: file === undefined ? {} : { file },
        what: `the files are about ${names.length} services: ${names.join(', ')}`,
        why: 'Recorded traffic and CPU are those of one service, and it is not clear of which.',
        fix: `add --set service=${names[0]}, or name the files of one service.`,
    };
}
function unknownService(asked, known) {
    const close = nearest(asked, known);
    return {
        code: 'unknown-service',
        where: {},
        what: `--set service=${asked}: no file is about it`,
        why: 'Requests, bounds and starts are those of a workload in the files.',
        fix: `${close === undefined ? '' : `did you mean ${close}? `}Known: ${known.join(', ')}.`,
    };
}
