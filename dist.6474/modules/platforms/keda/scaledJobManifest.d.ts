import type { SourceDocument } from '../../base/document.js';
import type { Manifest, ManifestOptions } from '../platform.js';
/**
 * A ScaledJob: read, explained, and refused as a policy.
 *
 * It starts a job for a share of the messages, and each job ends by itself. Instances of a service serve on until they are
 * removed, so a run would show queues and costs of something else; the honest answer is to say so.
 *
 * @throws ProblemError
 */
export declare function scaledJobManifest(source: SourceDocument, { metricNames }: ManifestOptions): Manifest;
