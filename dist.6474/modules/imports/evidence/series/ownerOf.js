/** Suffixes of generated names: no vowels, no 0, 1 and 3. Source: apimachinery, pkg/util/rand/rand.go (1.34). */
const replicaSetPod = /-[bcdfghjklmnpqrstvwxz2456789]{5,10}-[bcdfghjklmnpqrstvwxz2456789]{5}$/;
/** The name of the workload that a pod's name was made from; the pod's own where it was not. */
export function workloadOfPod(pod) {
    const ofReplicaSet = pod.replace(replicaSetPod, '');
    return ofReplicaSet === pod ? pod.replace(/-\d+$/, '') : ofReplicaSet;
}
/** Labels that name a workload, or a pod of one. */
const workloadLabels = [
    'deployment',
    'statefulset',
    'replicaset',
    'workload',
    'destination_workload',
    'pod',
    'pod_name',
    'k8s_pod_name',
    'horizontalpodautoscaler',
    'hpa',
];
/** Whose a series is. @param telling labels that tell it, by the metric, the most telling first; any that name a workload where there is none */
export function ownerOf(labels, telling) {
    const has = (name) => labels[name] !== undefined && labels[name] !== '';
    const label = [...telling, ...workloadLabels].find(has);
    if (label === undefined)
        return { owner: '', isWorkload: false };
    const namespace = labels.namespace ?? labels.exported_namespace ?? labels.destination_workload_namespace;
    const name = /pod/.test(label) && label !== 'horizontalpodautoscaler' ? workloadOfPod(labels[label]) : labels[label];
    return { owner: namespace === undefined ? name : `${namespace}/${name}`, isWorkload: workloadLabels.includes(label) };
}
