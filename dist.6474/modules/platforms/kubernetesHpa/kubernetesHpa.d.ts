import type { Manifest, Platform } from '../platform.js';
import { type HpaOptions } from './hpaDefinition.js';
import { type ReadHpa } from './readHpaSpec.js';
/**
 * The HorizontalPodAutoscaler of Kubernetes: autoscaling/v2, its older forms, and no other kind of object.
 *
 * Written after descriptions of the controller, not after its text; `Source:` in this folder names the upstream file that
 * a description is of. Checked by the controller's own test cases (Kubernetes 1.20.2 and newer): test/conformance,
 * vectors hpa-*.json.
 */
export declare const kubernetesHpa: Platform;
/** An autoscaler that has been read, as a manifest; `metricsOf` supplies External metrics that no scenario has. */
export declare function hpaManifest({ spec, warnings }: ReadHpa, options: HpaOptions): Manifest;
