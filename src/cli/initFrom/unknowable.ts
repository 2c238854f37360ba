import { ProblemError } from '../../base/problem.js';
import type { DraftParts } from '../../derive/draftParts.js';
import type { Answer } from '../../derive/questions.js';

interface Known extends Pick<DraftParts, 'evidence' | 'target' | 'findings' | 'server'> {
  readonly hasTraffic: boolean;
  /** What a person said. */
  readonly given: ReadonlyMap<string, Answer>;
}

/**
 * Refuses to make up a service: without traffic, or without anything that says how much of it an instance takes, a scenario would be
 * all guesses.
 *
 * @throws ProblemError with exit code 104 that names the one file that would help most
 */
export function rejectUnknowable({ evidence, target, findings, server, hasTraffic, given }: Known): void {
  const file = { file: evidence.map((one) => one.file).join(', ') };
  if (!hasTraffic && !given.has('rate')) {
    throw new ProblemError([
      {
        code: 'no-traffic',
        where: file,
        what: `says nothing of the traffic of ${target.service}`,
        why: 'What an autoscaler does depends on the requests that come; nothing stands for them.',
        fix: `add the one file that helps most, a day of requests a second: dryscale queries --workload ${target.service} prints a script that writes bundle.json. An access log does as well; or say it: --set rate=50.`,
      },
    ]);
  }
  const hasLatency = findings.calm !== undefined || evidence.some((one) => one.kind === 'load-test');
  if (server !== undefined || findings.cpu !== undefined || hasLatency || given.has('cpu') || given.has('io')) return;
  throw new ProblemError([
    {
      code: 'no-capacity',
      where: file,
      what: `says nothing of how many requests one instance of ${target.service} takes`,
      why: 'There is neither CPU, nor a latency, nor a count of pods that an autoscaler held at its target.',
      fix: `add the one file that helps most, CPU and pods over the same hours: dryscale queries --workload ${target.service} prints a script that writes bundle.json. Or say it: --set cpu=40ms.`,
    },
  ]);
}
