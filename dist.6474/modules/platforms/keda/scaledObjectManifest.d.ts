import type { SourceDocument } from '../../base/document.js';
import type { Manifest, ManifestOptions } from '../platform.js';
/** A ScaledObject as a manifest that can run. @throws ProblemError */
export declare function scaledObjectManifest(source: SourceDocument, options: ManifestOptions): Manifest;
