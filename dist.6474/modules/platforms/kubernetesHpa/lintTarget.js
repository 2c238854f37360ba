import { locate } from '../../base/locate.js';
import { fieldAt } from '../fieldAt.js';
/**
 * Scale targets that the controller can never scale.
 *
 * It looks for the kind in the group of `apiVersion`, in any version of it; without apiVersion that is the core group.
 * Source: kubernetes/kubernetes pkg/controller/podautoscaler/horizontal.go (reconcileAutoscaler: ParseGroupVersion,
 * RESTMappings); the API reference of apps/v1, batch/v1 and core/v1 for which kinds have a scale.
 */
const groups = {
    Deployment: 'apps',
    StatefulSet: 'apps',
    ReplicaSet: 'apps',
    ReplicationController: '',
};
const unscalable = ['DaemonSet', 'Job', 'CronJob', 'Pod'];
export function lintTarget(source) {
    const path = ['spec', 'scaleTargetRef'];
    const { kind, apiVersion } = referenceOf(fieldAt(source.value, path));
    if (unscalable.includes(kind)) {
        return [
            {
                level: 'error',
                code: 'target-without-scale',
                where: locate(source, [...path, 'kind']),
                what: `the target is a ${kind}, which has no count to set`,
                why: 'The controller fails at every sync (FailedGetScale).',
                fix: 'name a Deployment or StatefulSet.',
            },
        ];
    }
    const group = groups[kind];
    const given = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
    if (group === undefined || given === group)
        return [];
    const right = group === '' ? 'v1' : `${group}/v1`;
    return [
        {
            level: 'error',
            code: 'target-of-no-group',
            where: locate(source, apiVersion === '' ? path : [...path, 'apiVersion']),
            what: apiVersion === '' ? 'scaleTargetRef has no apiVersion' : `the apiVersion of the target is ${apiVersion}`,
            why: `There is no ${kind} in ${given === '' ? 'the core group' : `the group ${given}`}: the controller fails at every sync (FailedGetScale).`,
            fix: `write apiVersion: ${right}.`,
        },
    ];
}
function referenceOf(reference) {
    const textOf = (key) => String(fieldAt(reference, [key]) ?? '');
    return { kind: textOf('kind'), apiVersion: textOf('apiVersion') };
}
