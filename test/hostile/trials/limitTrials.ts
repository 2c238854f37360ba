import type { HostileTrial } from '../trial.js';

export const limitTrials: readonly HostileTrial[] = [];
