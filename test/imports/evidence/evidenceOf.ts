import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../../../src/base/problem.js';
import type { Evidence } from '../../../src/imports/evidence/evidence.js';
import type { EvidenceOptions } from '../../../src/imports/evidence/evidenceReader.js';
import { readEvidence } from '../../../src/imports/evidence/readEvidence.js';
import { warningLine } from '../../../src/imports/evidence/warning.js';
import { temporaryFolder } from '../../support/runCli.js';

interface Read {
  readonly evidence: readonly Evidence[];
  /** As they are printed, without the folder. */
  readonly warnings: string[];
  readonly problems: readonly Problem[];
}

/** Reads made files as evidence, in the order in which they are given. */
export async function evidenceOf(
  files: Readonly<Record<string, string | Uint8Array>>,
  series: EvidenceOptions['series'] = [],
): Promise<Read> {
  const { path, remove } = temporaryFolder({});
  try {
    const paths = Object.entries(files).map(([name, content]) => {
      writeFileSync(join(path, name), content);
      return join(path, name);
    });
    const { evidence, warnings, problems } = await readEvidence(paths, { series });
    return { evidence, warnings: warnings.map((one) => warningLine(one).replaceAll(`${path}/`, '')), problems };
  } finally {
    rmSync(path, { recursive: true, force: true });
    remove();
  }
}
