import type { HostileTrial } from '../trial.js';

export const moduleTrials: readonly HostileTrial[] = [];
