import type { Problem } from '../base/problem.js';
import type { Evidence, ManifestEvidence, PodStart } from '../imports/evidence/evidence.js';
import type { GroupEvidence } from '../imports/evidence/group/groupEvidence.js';
import type { PolicyEvidence } from '../imports/evidence/policy/policyEvidence.js';
import type { EvidenceWarning } from '../imports/evidence/warning.js';
import type { FoundManifest } from '../platforms/documentSet.js';
import type { Workload } from '../platforms/readWorkloads.js';
/** An autoscaler's manifest and the file it stands in. */
export interface AutoscalerFile {
    readonly evidence: ManifestEvidence;
    readonly found: FoundManifest;
}
/** What the files say of the one service that the scenario is about. */
export interface Target {
    readonly service: string;
    readonly workload: Workload | undefined;
    readonly autoscalers: readonly AutoscalerFile[];
    readonly group: GroupEvidence | undefined;
    readonly policies: readonly PolicyEvidence[];
    readonly starts: readonly PodStart[];
    readonly warnings: readonly EvidenceWarning[];
    /** Why it cannot be said which service is meant. */
    readonly problems: readonly Problem[];
}
/**
 * Which service the files are about: what an autoscaler scales, else a scaling group, else the only workload, else whose pods they are.
 *
 * An autoscaler of another workload, pods of another one and the like are told and left out; nothing is taken for granted because
 * it lies beside.
 *
 * @param asked the user's `--set service=NAME`
 */
export declare function targetOf(evidence: readonly Evidence[], asked: string | undefined): Target;
/** A name that a scenario may have. */
export declare function nameOf(text: string): string;
