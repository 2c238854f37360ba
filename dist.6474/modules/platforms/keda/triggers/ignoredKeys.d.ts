import type { TriggerSpec } from '../manifestSchema.js';
/** A key of the metadata that the type does not read, and the known one that is most like it. */
interface IgnoredKey {
    readonly key: string;
    readonly close: string | undefined;
}
/** What KEDA passes over in silence: the metadata is free text to the API, and a scaler looks for its own keys only. */
export declare function ignoredKeys({ type, metadata }: TriggerSpec): IgnoredKey[];
export {};
