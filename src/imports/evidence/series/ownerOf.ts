import type { SeriesMeta } from './seriesMeta.js';

/** Suffixes of generated names: no vowels, no 0, 1 and 3. Source: apimachinery, pkg/util/rand/rand.go (1.34). */
const replicaSetPod = /-[bcdfghjklmnpqrstvwxz2456789]{5,10}-[bcdfghjklmnpqrstvwxz2456789]{5}$/;

/** The name of the workload that a pod's name was made from; the pod's own where it was not. */
export function workloadOfPod(pod: string): string {
  const ofReplicaSet = pod.replace(replicaSetPod, '');
  return ofReplicaSet === pod ? pod.replace(/-\d+$/, '') : ofReplicaSet;
}

/** Whose a series is: `namespace/workload`, as far as its labels tell; empty where they do not. */
export function ownerOf({ labels }: SeriesMeta, telling: readonly string[]): string {
  const label = telling.find((name) => labels[name] !== undefined && labels[name] !== '');
  const namespace = labels.namespace ?? labels.exported_namespace ?? labels.destination_workload_namespace;
  if (label === undefined) return '';
  const name = /pod/.test(label) ? workloadOfPod(labels[label]) : labels[label];
  return namespace === undefined ? name : `${namespace}/${name}`;
}
