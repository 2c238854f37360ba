import type { Problem } from '../../../base/problem.js';
import type { Recording } from '../../../results/recording.js';
import type { FileEvidence } from '../evidenceReader.js';
import type { EvidenceWarning } from '../warning.js';
import type { AskedSeries } from './askedSeries.js';
import { candidatesOf } from './candidatesOf.js';
import { chooseSeries } from './chooseSeries.js';
import { recordingOf } from './recordingOf.js';
import { seriesFindings } from './seriesWarnings.js';

/** The series of all files on one clock, at most one of each role, and what must be said of the choice. */
export function joinSeries(
  found: readonly FileEvidence[],
  { asked, workloads }: { readonly asked: readonly AskedSeries[]; readonly workloads: readonly string[] },
): {
  readonly recording: Recording;
  readonly warnings: readonly EvidenceWarning[];
  readonly problems: readonly Problem[];
} {
  const choice = chooseSeries(
    found.flatMap((one) => candidatesOf(one, asked)),
    workloads,
  );
  const findings = choice.chosen.map(seriesFindings);
  const { recording, warnings } = recordingOf(choice.chosen);
  return {
    recording,
    warnings: [...choice.warnings, ...findings.flatMap((one) => one.warnings), ...warnings],
    problems: [...choice.problems, ...findings.flatMap((one) => one.problems)],
  };
}
