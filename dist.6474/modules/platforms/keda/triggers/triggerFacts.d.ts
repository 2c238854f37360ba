import { type TriggerKind, type TriggerMetadata } from './triggerKind.js';
/** A type of trigger in one line; lists are words with spaces between them. */
export interface TriggerFacts extends Pick<TriggerKind, 'chosenTargetKeys' | 'countsBy' | 'removedKeys' | 'isQueue' | 'promqlKey' | 'metricType' | 'isEmptyZero'> {
    readonly type: string;
    readonly counts: string;
    /** Keys of the target; left out where KEDA has a fixed one. */
    readonly target?: string;
    /** KEDA's default for it; left out: it must be given. */
    readonly preset?: number;
    readonly isWhole?: boolean;
    readonly isFreeSource?: boolean;
    readonly activation?: string;
    readonly activationPreset?: number;
    /** Keys without which KEDA builds no scaler, `a|b` for either. */
    readonly needs?: string;
    /** Needed as well, and a TriggerAuthentication may hold them. */
    readonly access?: string;
    /** All other keys that it reads. */
    readonly keys?: string;
    /** Whether what is read is a queue, where the metadata decides it. */
    isQueueBy?(metadata: TriggerMetadata): boolean;
}
/** The kind that these facts describe: its value comes from the scenario, so most keys only have to be known. */
export declare function kindOf({ target, preset, isWhole, activation, activationPreset, needs, access, keys, isQueueBy, ...facts }: TriggerFacts): TriggerKind;
/** `ignoreNullValues`, for a type whose default is this. */
export declare function nullsRead0(preset: boolean): (metadata: TriggerMetadata) => boolean;
