import { runChaos } from '../chaos/runChaos.js';
import type { Command } from '../command.js';
import { limitOptions } from '../limitOptions.js';

/** Which faults break a policy: schedules are drawn, and the worst is shrunk to what still breaks it. */
export const chaos: Command = {
  name: 'chaos',
  summary: 'Draw faults, and shrink the worst to the fewest and smallest that still break the SLO',
  operands: { name: 'scenario', min: 1, max: 1, describe: 'A scenario file: YAML, JSON or .ts; its own faults stay' },
  options: [
    'policy',
    'runs',
    'faults',
    'budget',
    'must',
    'metric',
    'manifest',
    'seed',
    'workers',
    'set',
    'json',
    ...limitOptions,
    'environment',
  ],
  run: runChaos,
};
