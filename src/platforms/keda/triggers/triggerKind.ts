/** Metadata of a trigger: text by key. */
export type TriggerMetadata = Readonly<Record<string, string>>;

/** A type of trigger whose value is a number read from somewhere: a variant, listed in `index.ts`. */
export interface TriggerKind {
  /** As `type` has it in a manifest. */
  readonly type: string;
  /** What its value counts, to end the sentence "the HPA keeps at most 20 ... an instance". */
  readonly counts: string;
  /** Keys that may hold the target; the first one present is taken. */
  readonly targetKeys: readonly string[];
  /** The target when no key holds one; undefined: it must be given. */
  readonly targetDefault: number | undefined;
  /** Keys that may hold the activation threshold, 0 when absent. */
  readonly activationKeys: readonly string[];
  /** Keys that must be there for KEDA to accept the trigger, beside the target. */
  readonly neededKeys: readonly string[];
  /** Keys that say where the value is read and how to get in: nothing of that exists here. */
  readonly placeKeys: readonly string[];
  /** Keys that are simulated beside target and activation; none when left out. */
  readonly optionKeys?: readonly string[];
  /** Keys that change the value and are not simulated, each with what it would do. */
  readonly effects: Readonly<Record<string, string>>;
  /** Whether an answer without a value reads 0; left out: it is a failure. */
  isEmptyZero?(metadata: TriggerMetadata): boolean;
  /** The scenario's metric that stands for the value unless `--metric` says otherwise. */
  metricGuess(metadata: TriggerMetadata): string | undefined;
  /** The end of its metric's name, after `s0-`. */
  metricSuffix(metadata: TriggerMetadata): string;
}

/** Keys of every type that say how to get in. `...FromEnv` is one too, whatever comes before it. */
export const accessKeys: readonly string[] = [
  'authModes',
  'awsRegion',
  'awsEndpoint',
  'ca',
  'cert',
  'customHeaders',
  'identityOwner',
  'key',
  'metricName',
  'password',
  'timeout',
  'tls',
  'unsafeSsl',
  'username',
];

/** A trigger on the length of a queue: the scenario's `queue_depth` stands for it. */
export function queueKind(kind: Omit<TriggerKind, 'metricGuess'>): TriggerKind {
  return { ...kind, metricGuess: () => 'queue_depth' };
}

/** KEDA replaces what a metric's name may not have. Source: a description of kedacore/keda, pkg/util/normalize_string.go. */
export function normalise(text: string): string {
  return text.replace(/[/.:%()]/g, '-').toLowerCase();
}
