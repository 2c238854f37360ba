import type { ManifestTrial } from './trial.js';

const metric = (name: string) => ['--metric', `${name}=queue_depth`];
/** A line of `decide`: what is wanted at a second. */
const wants = (seconds: number, count: number) => new RegExp(`"time":${seconds},"service":"s","desired":${count},`);

export const kedaTrials: readonly ManifestTrial[] = [
  { file: 'keda-annotation.yaml', says: [/does not read autoscaling\.keda\.sh\/owner-note/] },
  {
    file: 'keda-cpu-only.yaml',
    exit: 99,
    says: [/Between 1 and 5 instances/, /always active/, /KEDA refuses it/],
    never: [/when \./, /It stops them/],
  },
  { file: 'keda-cpu-type.yaml', exit: 99, says: [/removed in KEDA 2\.18/, /metricType: Utilization/] },
  { file: 'keda-cron-formula.yaml', options: metric('s1'), says: [wants(15, 4), wants(60, 4), /\[cron-clock\]/] },
  { file: 'keda-cron-zero.yaml', exit: 104, says: [/KEDA builds no cron trigger/], never: [/else 1/] },
  { file: 'keda-exported.yaml', says: [/1 and 5 instances/, /last 60 s/], never: [/formula/] },
  { file: 'keda-external.yaml', says: [/the scaler itself answers with the target/] },
  { file: 'keda-fallback-from-zero.yaml', options: metric('s0'), says: [wants(30, 0), wants(60, 1)] },
  {
    file: 'keda-kafka-partitions.yaml',
    says: [/never exceeds the number of partitions of parcels/, /allowIdleConsumers/],
  },
  { file: 'keda-metadata.yaml', says: [/at most 9 messages/], never: [/selfLink/, /deletionGrace/] },
  { file: 'keda-modifier-sources.yaml', says: [/formula api \+ busy, at most 2 an instance/] },
  { file: 'keda-new-types.yaml', says: [/kubernetes-resource: at most 4 /, /opensearch: at most 6 /] },
  {
    file: 'keda-prometheus-empty.yaml',
    options: metric('s0'),
    says: [wants(90, 3), wants(150, 3), wants(180, 0)],
  },
  { file: 'keda-recording-rule.yaml', says: [/warning: .*recording rule/] },
  { file: 'keda-sql.yaml', says: [/at most 3 /], never: [/aggregated/, /average-of-ratio/] },
  {
    file: 'keda-target-defaults.yaml',
    says: [/azure-queue: at most 5 /, /gcp-pubsub: at most 10 /, /activemq: at most 50 /],
  },
  { file: 'keda-unknown-key.yaml', says: [/does not read vHostName .*did you mean vhostName/] },
];
