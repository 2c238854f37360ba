import type { SeriesRole } from '../../results/seriesRoles.js';
import type { Evidence } from './evidence.js';
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
  /** `--series NAME=ROLE`: what a series is that cannot be told by its name. */
  readonly series: Readonly<Record<string, SeriesRole>>;
}

/** What one file gives. */
export interface FileEvidence {
  readonly evidence: readonly Evidence[];
  readonly warnings: readonly EvidenceWarning[];
}

/** One form of file that is read as evidence. */
export interface EvidenceReader {
  /** `prometheus`, `grafana-csv`, `pods`. */
  readonly name: string;
  /** What is read, for the message about a file that nobody recognises. */
  readonly summary: string;
  /** Whether the file is of this form, by its content, never by its name. */
  recognises(head: FileHead): boolean;
  /** @throws ProblemError */
  read(file: string, options: EvidenceOptions): FileEvidence | Promise<FileEvidence>;
}
