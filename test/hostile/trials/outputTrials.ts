import type { HostileTrial } from '../trial.js';

export const outputTrials: readonly HostileTrial[] = [];
