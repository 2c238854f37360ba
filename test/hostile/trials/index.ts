import type { HostileTrial } from '../trial.js';
import { inputTrials } from './inputTrials.js';
import { limitTrials } from './limitTrials.js';
import { moduleTrials } from './moduleTrials.js';
import { outputTrials } from './outputTrials.js';
import { scriptTrials } from './scriptTrials.js';
import { textTrials } from './textTrials.js';

/** Everything that strangers feed the command. */
export const trials: readonly HostileTrial[] = [
  ...scriptTrials,
  ...moduleTrials,
  ...limitTrials,
  ...inputTrials,
  ...outputTrials,
  ...textTrials,
];
