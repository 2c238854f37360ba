import type { HostileTrial } from '../trial.js';

export const textTrials: readonly HostileTrial[] = [];
