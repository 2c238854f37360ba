import type { Evidence } from './evidence.js';
import type { ScalingFile } from './group/scalingManifests.js';
import type { ManifestFile } from './kubernetes/manifestEvidence.js';
import type { PodFile } from './kubernetes/podEvidence.js';
import type { PodEvent } from './kubernetes/podObject.js';
import type { AskedSeries } from './series/askedSeries.js';
import type { SeriesCandidate } from './series/seriesCandidate.js';
import type { EvidenceWarning } from './warning.js';
/** The beginning of a file, by which its kind is told. */
export interface FileHead {
    /** As the user names it. */
    readonly file: string;
    /** Its first characters, unpacked, without a byte order mark. */
    readonly text: string;
    /** The file ends within `text`. */
    readonly isWhole: boolean;
    /** Of JSON: the keys of its object, or of the first object of its list, as far as `text` shows them; else empty. */
    readonly jsonKeys: readonly string[];
}
/** What the command line says about the files. */
export interface EvidenceOptions {
    /** `--series NAME=ROLE`: what a series is that cannot be told by its name (`readAskedSeries`). */
    readonly series: readonly AskedSeries[];
    /** Workloads whose series are wanted, of others' none; those of the manifests beside it where left out. */
    readonly workloads?: readonly string[];
}
/** What one file gives. */
export interface FileEvidence {
    readonly evidence: readonly Evidence[];
    readonly warnings: readonly EvidenceWarning[];
    /** Its series, one of which is chosen for each role in view of all files. */
    readonly candidates?: readonly SeriesCandidate[];
    /** Names by which `--series` could mean its series. */
    readonly names?: ReadonlySet<string>;
    /** Manifests, which are read in view of those of all files. */
    readonly manifests?: readonly ManifestFile[];
    /** Groups and policies of AWS, which are read in view of those of all files. */
    readonly scaling?: ScalingFile;
    /** Pods, whose starts are told with the events of all files. */
    readonly pods?: PodFile | undefined;
    readonly podEvents?: readonly PodEvent[];
}
/** One form of file that is read as evidence. */
export interface EvidenceReader {
    /** `prometheus`, `grafana-csv`, `pods`. */
    readonly name: string;
    /** What is read, for the message about a file that nobody recognises. */
    readonly summary: string;
    /** It tells whose series are wanted, and is read before the others. */
    readonly isFirst?: boolean;
    /** Whether the file is of this form, by its content, never by its name. */
    recognises(head: FileHead): boolean;
    /** @throws ProblemError */
    read(file: string, options: EvidenceOptions): FileEvidence | Promise<FileEvidence>;
}
