import type { ManifestTrial } from './trial.js';

export const kedaTrials: readonly ManifestTrial[] = [];
