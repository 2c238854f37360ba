import { z } from 'zod';
/** A quantity as Kubernetes writes it: `500m`, `2Gi`, `1.5`, `1e3`. */
export interface KubeQuantity {
    /** In thousandths, rounded up as the controller does. */
    readonly milli: bigint;
    /** The nearest double. */
    readonly value: number;
    readonly text: string;
}
/**
 * Reads a quantity exactly.
 *
 * Source: kubernetes/apimachinery pkg/api/resource/quantity.go (grammar; MilliValue rounds up).
 * @returns undefined when the text is none
 */
export declare function parseKubeQuantity(text: string): KubeQuantity | undefined;
/** Schema of a quantity: text or a number in the manifest. */
export declare function kubeQuantitySchema(sign: 'positive' | 'nonNegative'): z.ZodPipe<z.ZodUnknown, z.ZodTransform<KubeQuantity, unknown>>;
