import type { EvidenceReader } from './evidenceReader.js';
import { logReader } from './log/logReader.js';
import { prometheusReader } from './series/prometheusReader.js';

/** Every form of file that is read as evidence; the first that recognises a file reads it. */
export const evidenceReaders: readonly EvidenceReader[] = [prometheusReader, logReader];
