import type { ManifestTrial } from './trial.js';

export const hpaTrials: readonly ManifestTrial[] = [
  { file: 'hpa-list.yaml', says: [/Keeps 3 to 9 instances of cart/, /cpu: .* 70 % of the request/] },
  { file: 'hpa-external-type.yaml', says: [/outbox_messages: one instance for each 25 /, /type Value has no effect/] },
  { file: 'hpa-object-both.yaml', says: [/requests-per-second: one instance for each 30 /, /value has no effect/] },
  { file: 'hpa-v1-annotations.yaml', says: [/memory: .* at 300Mi/, /cpu: .* at 60 % of the request/] },
  { file: 'hpa-starting-memory.yaml', says: [/"desired":7,.*memory 40 % of target 50 %, 8 ready/] },
  {
    file: 'hpa-zero-by-hand.yaml',
    says: [/"time":45,.*"desired":0,.*did not take the target there \(Kubernetes 1\.37\)/],
    never: [/"desired":4/, /9223/],
  },
  {
    file: 'hpa-zero-by-hand.yaml',
    parameters: 'kubernetesVersion=1.35',
    says: [/"time":15,.*"desired":4,.*queue_depth 0 a pod of target 10/],
    never: [/9223/],
  },
];
