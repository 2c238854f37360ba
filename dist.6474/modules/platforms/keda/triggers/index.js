import { brokerFacts } from './brokers.js';
import { databaseFacts } from './databases.js';
import { externalKinds } from './external.js';
import { apacheKafka, kafka } from './kafka.js';
import { monitoringFacts } from './monitoring.js';
import { prometheus } from './prometheus.js';
import { awsSqsQueue, azureServicebus, redis } from './queues.js';
import { rabbitmq } from './rabbitmq.js';
import { kindOf } from './triggerFacts.js';
import { workloadFacts } from './workloads.js';
/**
 * Every type of trigger that reads a number from outside; `cpu`, `memory` and `cron` do not.
 *
 * Source: kedacore/keda after v2.20, pkg/scaling/scalers_builder.go.
 */
export const triggerKinds = [
    prometheus,
    rabbitmq,
    awsSqsQueue,
    kafka,
    apacheKafka,
    redis,
    azureServicebus,
    ...externalKinds,
    ...[...brokerFacts, ...databaseFacts, ...monitoringFacts, ...workloadFacts].map(kindOf),
];
/** Types that KEDA once had, each with what became of it. */
export const removedTypes = {
    stan: 'KEDA 2.19 removed it: NATS Streaming has no maintainer any more. Use nats-jetstream.',
};
