import type { SourceDocument } from '../../base/document.js';
import { type Problem } from '../../base/problem.js';
import type { PolicyDefinition } from '../../policy/policy.js';
import type { Lint, RequestShare, ServiceFacts } from '../platform.js';
import { type ScaledObjectSettings } from './scaledObject.js';
/** The HPA of a ScaledObject. */
interface ComposedHpa {
    readonly definition: PolicyDefinition;
    readonly warnings: readonly Problem[];
    readonly shares: readonly RequestShare[];
    /** What surprises people about its behavior and its cpu and memory metrics. */
    lint(service: ServiceFacts | undefined): Lint[];
}
/**
 * The HPA that KEDA makes, as a policy: a real one, except that KEDA answers its questions about external metrics.
 *
 * All places are those of the ScaledObject it is made of.
 * @throws ProblemError when `horizontalPodAutoscalerConfig.behavior` or the value of a cpu or memory trigger is wrong
 */
export declare function composeHpa(settings: ScaledObjectSettings, source: SourceDocument): ComposedHpa;
export {};
