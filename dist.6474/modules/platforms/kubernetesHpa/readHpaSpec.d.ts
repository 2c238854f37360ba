import type { SourceDocument } from '../../base/document.js';
import { type Problem } from '../../base/problem.js';
import type { HpaSpec } from './hpaSpec.js';
/** A manifest as the controller sees it, and valid fields of it that change nothing here. */
export interface ReadHpa {
    readonly spec: HpaSpec;
    readonly warnings: readonly Problem[];
}
/**
 * Reads a HorizontalPodAutoscaler of autoscaling/v2, v2beta2, v2beta1 or v1.
 *
 * @throws ProblemError with everything that is wrong in it
 */
export declare function readHpaSpec(source: SourceDocument): ReadHpa;
