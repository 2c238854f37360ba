import type { Candidate } from '../policy/policySpec.js';
/** Whether a policy or workload is the text of a manifest, not a path: YAML of several lines, or JSON. */
export declare function isManifestText(text: string): boolean;
/** A manifest as a candidate, named as its autoscaler is. @throws ProblemError when it cannot be read */
export declare function inlineManifest(text: string, metricNames: Readonly<Record<string, string>>): Candidate;
