import { awsSqsQueue } from './awsSqsQueue.js';
import { azureServicebus } from './azureServicebus.js';
import { apacheKafka, kafka } from './kafka.js';
import { prometheus } from './prometheus.js';
import { rabbitmq } from './rabbitmq.js';
import { redis } from './redis.js';
import type { TriggerKind } from './triggerKind.js';

/** Every type of trigger whose metadata is known; `cpu`, `memory` and `cron` read no number from outside. */
export const triggerKinds: readonly TriggerKind[] = [
  prometheus,
  rabbitmq,
  awsSqsQueue,
  kafka,
  apacheKafka,
  redis,
  azureServicebus,
];
