import type { ManifestTrial } from './trial.js';

export const hpaTrials: readonly ManifestTrial[] = [];
