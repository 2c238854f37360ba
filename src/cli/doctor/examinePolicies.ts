import { resolveCandidates } from '../../policy/candidates.js';
import { membersOf } from '../../policy/policySpec.js';
import { CellPool } from '../../run/cellPool.js';
import { parseScenario } from '../../scenario/load.js';
import type { ScenarioInput } from '../../scenario/schema.js';
import type { Examination } from './examination.js';
import { examine, type Trial } from './examine.js';

/**
 * Examines policies, as `--policy` takes them, one after the other.
 *
 * @param trial the run that they are tried on; else one made up
 * @throws ProblemError for a text that is no policy, or a file that cannot be used
 */
export async function examinePolicies(texts: readonly string[], trial: Trial = madeUpTrial()): Promise<Examination[]> {
  const candidates = await resolveCandidates({ texts, baseFolder: process.cwd() });
  const pool = new CellPool({ workerCount: 1 });
  const examinations: Examination[] = [];
  try {
    for (const candidate of candidates) {
      for (const [serviceName, spec] of Object.entries(candidate.bindings)) {
        for (const member of membersOf(spec))
          examinations.push(await examine({ candidate, serviceName, spec: member }, trial, pool));
      }
    }
  } finally {
    pool.close();
  }
  return examinations;
}

/** What `doctor` tries a policy on when nobody names a scenario. */
export function madeUpTrial(): Trial {
  return { scenario: parseScenario(trialScenario), folder: process.cwd(), text: trialText };
}

/** What `doctor` tries a policy on: load that rises and falls, on a fleet with everything that a policy can read. */
const trialScenario: ScenarioInput = {
  name: 'doctor',
  duration: '40m',
  traffic: {
    users: {
      executor: 'ramping-arrival-rate',
      startRate: 20,
      stages: [
        { duration: '10m', target: 20 },
        { duration: '5m', target: 100 },
        { duration: '10m', target: 100 },
        { duration: '5m', target: 10 },
        { duration: '10m', target: 10 },
      ],
    },
  },
  requests: {
    page: { route: 'web', cpu: { exponential: { mean: '50ms' } }, io: '50ms', memory: '2MB', responseBytes: '24kB' },
  },
  services: {
    web: {
      instance: {
        vcpus: 1,
        cpuRequest: 1,
        concurrency: 32,
        queue: 64,
        memory: '1GiB',
        memoryRequest: '1GiB',
        baseMemory: '200MB',
        startup: '30s',
        price: 0.05,
      },
      scaling: { min: 1, max: 20, initial: 3 },
    },
  },
  slo: { latency: '500ms', objective: 0.95, gate: false },
};

/** In words. */
const trialText = '40 min of made-up traffic (20, 100 and 10 requests a second)';
