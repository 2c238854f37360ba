import { type KeyRefusal, type TriggerMetadata } from './triggerKind.js';
/**
 * Length of a queue, or one of its rates.
 *
 * With none of `mode`, `value` and `queueLength` the target is 20 messages. Source: a description of kedacore/keda after v2.20,
 * pkg/scalers/rabbitmq_scaler.go (validateTrigger).
 */
export declare const rabbitmq: {
    type: string;
    counts: string;
    countsBy?(metadata: TriggerMetadata): string | undefined;
    targetKeys: readonly string[];
    chosenTargetKeys?(metadata: TriggerMetadata): readonly string[];
    targetDefault: number | undefined;
    presetTarget?(metadata: TriggerMetadata): number | undefined;
    isTargetWhole?: boolean;
    isFreeSource?: boolean;
    isTargetElsewhere?: boolean;
    activationKeys: readonly string[];
    activationDefault?: number;
    neededKeys: readonly string[];
    placeNeeds?: readonly string[];
    accessNeeds?: readonly string[];
    placeKeys: readonly string[];
    takesAnyKey?: boolean;
    optionKeys?: readonly string[];
    effects: Readonly<Record<string, string>>;
    removedKeys?: Readonly<Record<string, string>>;
    isQueue?: boolean;
    promqlKey?: string;
    countCap?(metadata: TriggerMetadata): string | undefined;
    metricType?(metadata: TriggerMetadata): 'AverageValue' | 'Value' | undefined;
    level?(metadata: TriggerMetadata): string | undefined;
    isEmptyZero?(metadata: TriggerMetadata): boolean;
    refusals?(metadata: TriggerMetadata): readonly KeyRefusal[];
    metricSuffix(metadata: TriggerMetadata): string;
    metricGuess: ({ mode }: TriggerMetadata) => "queue_depth" | undefined;
};
