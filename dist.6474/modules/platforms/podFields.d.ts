/**
 * Fields of a pod and its containers that a scenario has no setting for.
 *
 * Source: the API reference of core/v1 (PodSpec, Container).
 */
/** They change when a pod serves, where it runs or what it has: each with the effect it has there. */
export declare const podEffects: Readonly<Record<string, string>>;
export declare const containerEffects: Readonly<Record<string, string>>;
/** They say what runs and how it is allowed to. */
export declare const podDescriptions: readonly string[];
export declare const containerDescriptions: readonly string[];
