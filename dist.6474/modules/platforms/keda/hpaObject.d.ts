import { type ScaledObjectSettings } from './scaledObject.js';
/**
 * The HorizontalPodAutoscaler that KEDA creates for a ScaledObject, and that scales 1..N.
 *
 * A pause of one direction becomes the HPA's own: `selectPolicy: Disabled`.
 *
 * Source: a description of kedacore/keda, controllers/keda/hpa.go; pkg/scalers/scaler.go (targets in whole thousandths).
 */
export declare function hpaObject(settings: ScaledObjectSettings): Readonly<Record<string, unknown>>;
