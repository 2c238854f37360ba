import { resolveCandidates } from '../../policy/candidates.js';
import { CellPool } from '../../run/cellPool.js';
import { parseScenario } from '../../scenario/load.js';
import type { Examination } from './examination.js';
import { examine, type Trial } from './examine.js';
import { trialScenario, trialText } from './trialScenario.js';

/**
 * Examines policies, as `--policy` takes them, one after the other.
 *
 * @param trial the run that they are tried on; else one made up
 * @throws ProblemError for a text that is no policy, or a file that cannot be used
 */
export async function examinePolicies(texts: readonly string[], trial: Trial = madeUp()): Promise<Examination[]> {
  const candidates = await resolveCandidates({ texts, baseFolder: process.cwd() });
  const pool = new CellPool({ workerCount: 1 });
  const examinations: Examination[] = [];
  try {
    for (const candidate of candidates) {
      for (const [serviceName, spec] of Object.entries(candidate.bindings)) {
        examinations.push(await examine({ candidate, serviceName, spec }, trial, pool));
      }
    }
  } finally {
    pool.close();
  }
  return examinations;
}

function madeUp(): Trial {
  return { scenario: parseScenario(trialScenario), folder: process.cwd(), text: trialText };
}
