import { type Problem, ProblemError } from '../../base/problem.js';
import { inputProblem } from '../readInput.js';
import type { Evidence } from './evidence.js';
import type { EvidenceOptions, FileEvidence } from './evidenceReader.js';
import { fileHead } from './fileHead.js';
import { evidenceReaders } from './readers.js';
import type { EvidenceWarning } from './warning.js';

/** What the files of a command line tell of a service. */
export interface EvidenceSet {
  readonly evidence: readonly Evidence[];
  readonly warnings: readonly EvidenceWarning[];
  /** Why a file, or a part of it, is not among the evidence. */
  readonly problems: readonly Problem[];
}

/** Reads any mix of files, each told by its content; what is wrong with one hides no other. */
export async function readEvidence(files: readonly string[], options: EvidenceOptions): Promise<EvidenceSet> {
  const evidence: Evidence[] = [];
  const warnings: EvidenceWarning[] = [];
  const problems: Problem[] = [];
  for (const file of files) {
    try {
      const found = await readFile(file, options);
      evidence.push(...found.evidence);
      warnings.push(...found.warnings);
    } catch (thrown) {
      if (!(thrown instanceof ProblemError)) throw thrown;
      problems.push(...thrown.problems);
    }
  }
  return { evidence, warnings, problems };
}

function readFile(file: string, options: EvidenceOptions): FileEvidence | Promise<FileEvidence> {
  const head = fileHead(file);
  const reader = evidenceReaders.find((one) => one.recognises(head));
  if (reader !== undefined) return reader.read(file, options);
  throw inputProblem(file, {
    code: 'unknown-kind',
    what: `is none of the kinds of files that are read; it begins with "${head.text.trimStart().slice(0, 60)}"`,
    why: `Files are told by their content: ${evidenceReaders.map(({ summary }) => summary).join('; ')}.`,
    fix: 'save it in one of these forms.',
  });
}
