import { type TriggerKind } from './triggerKind.js';
/**
 * Messages that a consumer group has not read yet.
 *
 * A partition has one consumer of a group, so KEDA counts at most partitions x lagThreshold unless idle consumers are allowed.
 *
 * Source: a description of kedacore/keda after v2.20, pkg/scalers/kafka_scaler.go (Validate, getTotalLag).
 */
export declare const kafka: TriggerKind;
/** The same queue read by another client library. */
export declare const apacheKafka: TriggerKind;
