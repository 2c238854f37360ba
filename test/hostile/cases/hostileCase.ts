import type { HostileTrial } from '../trial.js';

/**
 * One of `cases.json`, as a line of `sh` in a copy of its folder. `scenario` there prints a valid scenario for sed to spoil,
 * `trace FILE.csv` the same on a trace, and `policy FILE` runs one.
 */
export interface HostileCase extends Omit<HostileTrial, 'files' | 'exit' | 'seconds'> {
  readonly id: string;
  /** Where the case allows another ending beside the one it states. */
  readonly exit?: readonly number[];
  /** Where the machine that other tests share needs longer than the case states. */
  readonly seconds?: number;
}

/** A case of one command on the scenario, spoiled by a script of sed. */
export function spoiled(id: string, sed: string, says: readonly RegExp[]): HostileCase {
  return { id, line: `scenario | sed '${sed}' > s.yaml; D validate s.yaml`, says };
}

export const casePrelude = `
scenario() { cat <<'X'
name: small
duration: 1m
traffic: { users: { executor: constant-arrival-rate, rate: 20 } }
requests: { page: { route: web, io: { exponential: { mean: 100ms } } } }
services:
  web:
    instance: { concurrency: 4, startup: 10s, price: 0.1 }
    scaling: { min: 1, max: 5, initial: 2 }
gateway: { queue: { limit: 100, timeout: 5s } }
X
}
trace() { scenario | sed "s/{ executor: constant-arrival-rate, rate: 20 }/{ executor: trace, file: $1, time: timestamp, rate: rps }/"; }
policy() { scenario > s.yaml; D run s.yaml --policy "$1" --runs 1; }
`;
