import type { ManifestTrial } from './trial.js';

export const awsTrials: readonly ManifestTrial[] = [];
