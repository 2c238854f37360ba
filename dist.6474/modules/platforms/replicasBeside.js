import { locate } from '../base/locate.js';
import { fieldAt } from './fieldAt.js';
import { targetDocument } from './objectBeside.js';
/**
 * A count in the workload that an autoscaler scales: applying the file sets it, whatever the autoscaler has made of it.
 *
 * An object that a server has given (it has a uid) shows the present count, and nobody applies it.
 * Source: the Kubernetes documentation, "Migrating Deployments and StatefulSets to horizontal autoscaling".
 */
export const replicasBeside = {
    lint({ manifest, source }, set) {
        const target = targetDocument(source, set);
        const count = fieldAt(target?.value, ['spec', 'replicas']);
        if (target === undefined || typeof count !== 'number' || isServed(target.value))
            return [];
        const workload = `${String(fieldAt(target.value, ['kind']))} ${String(fieldAt(target.value, ['metadata', 'name']))}`;
        const where = locate(target, ['spec', 'replicas'], true);
        const { minCount, maxCount } = manifest.bounds;
        if (count === 0 && manifest.leavesZero === true) {
            return [
                {
                    level: 'error',
                    code: 'off-by-replicas',
                    where,
                    what: `${workload} has replicas: 0, which turns the autoscaler off`,
                    why: 'A target at 0 that the HPA did not take there itself stays at 0, whatever the load.',
                    fix: `remove replicas from ${workload}, or write at least 1.`,
                },
            ];
        }
        return [
            {
                level: 'warning',
                code: 'replicas-beside',
                where,
                what: `${workload} has replicas: ${count}, and "${manifest.name}" scales it from ${minCount} to ${maxCount}`,
                why: `Each kubectl apply of ${workload} sets the count back to ${count}, at any load.`,
                fix: 'remove replicas; before that, once, remove it with kubectl apply edit-last-applied, or the next apply sets 1.',
            },
        ];
    },
};
function isServed(value) {
    return (fieldAt(value, ['metadata', 'uid']) ?? undefined) !== undefined;
}
