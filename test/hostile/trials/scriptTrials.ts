import type { HostileTrial } from '../trial.js';

export const scriptTrials: readonly HostileTrial[] = [];
