import type { Problem } from '../base/problem.js';
import { readUserText } from '../base/userFile.js';
import { manifestLimitBytes } from '../platforms/manifestLimit.js';
import { readWorkloads } from '../platforms/readWorkloads.js';
import { pairWorkloads, workloadSettings } from '../platforms/workloadSettings.js';
import { type Candidate, membersOf } from '../policy/policySpec.js';
import type { Scenario } from './schema.js';
import { serviceFacts } from './serviceFacts.js';

/** A file of deployed workloads: its path, or its text under a name for messages. */
export type ManifestSource = string | { readonly file: string; readonly text: string };

/** Settings of a scenario that come from deployed workloads, and what the user should know of them. */
interface WorkloadSets {
  /** As `--set` takes them. */
  readonly set: readonly string[];
  readonly notes: readonly Problem[];
}

/**
 * What the files of `--manifest` say of the services, and the workloads that stand in the candidates' own manifests.
 *
 * @throws ProblemError when a file of `--manifest` cannot be read or has no workload that fits
 */
export function workloadSets(
  scenario: Scenario,
  candidates: readonly Candidate[],
  sources: readonly ManifestSource[],
): WorkloadSets {
  const services = Object.keys(scenario.services).map((name) => serviceFacts(scenario, name));
  const named = sources.map((source) =>
    typeof source === 'string' ? { file: source, text: readText(source) } : source,
  );
  // The same file may be a policy and a workload: then nobody needs to name it twice.
  const own = candidates
    .flatMap(({ bindings }) => Object.values(bindings).flatMap(membersOf))
    .flatMap((spec) => (spec.kind === 'manifest' ? [{ file: spec.path, text: spec.code }] : []))
    .filter(({ file, text }) => pairWorkloads(readWorkloads(text, file), services).length > 0);
  const all = new Map([...own, ...named].map((one) => [`${one.file} ${one.text}`, one]));
  const found = [...all.values()].map(({ file, text }) => ({ file, ...workloadSettings(text, file, services) }));
  return {
    set: found.flatMap(({ set }) => set),
    notes: found.flatMap(({ file, set, notes }) => [...(set.length === 0 ? [] : [takenNote(file, set)]), ...notes]),
  };
}

function takenNote(file: string, set: readonly string[]): Problem {
  return {
    code: 'workload-settings',
    where: { file },
    what: `sets ${set.join(', ')}`,
    why: 'What is deployed overrides what the scenario says.',
    fix: 'to try another value, add --set.',
  };
}

function readText(file: string): string {
  const why = 'Its requests and limits were to be taken.';
  return readUserText({ path: file, limitBytes: manifestLimitBytes, why, mayBePipe: true });
}
