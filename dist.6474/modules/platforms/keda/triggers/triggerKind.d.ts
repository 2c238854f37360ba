/** Metadata of a trigger: text by key. */
export type TriggerMetadata = Readonly<Record<string, string>>;
/** A type of trigger whose value is a number read from somewhere: a variant, listed in `index.ts`. */
export interface TriggerKind {
    /** As `type` has it in a manifest. */
    readonly type: string;
    /** What its value counts, to end the sentence "the HPA keeps at most 20 ... an instance". */
    readonly counts: string;
    /** The same where the metadata decides what is read. */
    countsBy?(metadata: TriggerMetadata): string | undefined;
    /** Keys that may hold the target; the first one present is taken. */
    readonly targetKeys: readonly string[];
    /** Where the metadata decides which of `targetKeys` is looked at. */
    chosenTargetKeys?(metadata: TriggerMetadata): readonly string[];
    /** The target when no key holds one; undefined: it must be given. */
    readonly targetDefault: number | undefined;
    /** The same where the metadata decides it. */
    presetTarget?(metadata: TriggerMetadata): number | undefined;
    /** KEDA reads a whole number, and refuses 2.5. */
    readonly isTargetWhole?: boolean;
    /** Needs no target as a source of `scalingModifiers`. */
    readonly isFreeSource?: boolean;
    /** The target is not in the manifest: an external scaler answers with it. */
    readonly isTargetElsewhere?: boolean;
    /** Keys that may hold the activation threshold. */
    readonly activationKeys: readonly string[];
    /** 0 when left out. */
    readonly activationDefault?: number;
    /** Keys that must be there for KEDA to accept the trigger, beside the target. */
    readonly neededKeys: readonly string[];
    /** Keys that KEDA needs to find the place or to get in, `a|b` for either: nothing of that exists here, so they are missed aloud. */
    readonly placeNeeds?: readonly string[];
    /** Those of `placeNeeds` that a TriggerAuthentication may hold. */
    readonly accessNeeds?: readonly string[];
    /** Keys that say where the value is read and how to get in: nothing of that exists here. */
    readonly placeKeys: readonly string[];
    /** Every other key means something too: they are handed to the scaler. */
    readonly takesAnyKey?: boolean;
    /** Keys that are simulated beside target and activation; none when left out. */
    readonly optionKeys?: readonly string[];
    /** Keys that change the value and are not simulated, each with what it would do. */
    readonly effects: Readonly<Record<string, string>>;
    /** Keys that KEDA once read and now refuses, each with what to write instead. */
    readonly removedKeys?: Readonly<Record<string, string>>;
    /** It counts what waits in a queue, a total, wherever `metricGuess` is `queue_depth`. */
    readonly isQueue?: boolean;
    /** Holds a query in PromQL. */
    readonly promqlKey?: string;
    /** What the count never exceeds, whatever the value: "the number of partitions". */
    countCap?(metadata: TriggerMetadata): string | undefined;
    /** The metric type that the metadata asks for, or that this type always has. */
    metricType?(metadata: TriggerMetadata): 'AverageValue' | 'Value' | undefined;
    /** What it says how large it is, rather than how much there is: "ratio". */
    level?(metadata: TriggerMetadata): string | undefined;
    /** Whether an answer without a value reads 0; left out: it is a failure. */
    isEmptyZero?(metadata: TriggerMetadata): boolean;
    /** What else KEDA refuses of the metadata, each at its key. */
    refusals?(metadata: TriggerMetadata): readonly KeyRefusal[];
    /** The scenario's metric that stands for the value unless `--metric` says otherwise. */
    metricGuess(metadata: TriggerMetadata): string | undefined;
    /** The end of its metric's name, after `s0-`. */
    metricSuffix(metadata: TriggerMetadata): string;
}
/** Metadata that KEDA builds no scaler from. */
export interface KeyRefusal {
    readonly key: string;
    readonly what: string;
    readonly fix: string;
}
/** Keys of many types that say how to get in. `...FromEnv` is one too, whatever comes before it. */
export declare const accessKeys: readonly string[];
/** A trigger on the length of a queue: the scenario's `queue_depth` stands for it. */
export declare function queueKind(kind: Omit<TriggerKind, 'metricGuess' | 'isQueue'>): TriggerKind;
/** What Go's strconv.ParseBool takes for true; a text that is no truth value counts as `preset`. */
export declare function isTrue(text: string | undefined, preset?: boolean): boolean;
/** KEDA replaces what a metric's name may not have. Source: a description of kedacore/keda, pkg/util/normalize_string.go. */
export declare function normalise(text: string): string;
