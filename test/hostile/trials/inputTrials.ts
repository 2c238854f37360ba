import type { HostileTrial } from '../trial.js';

export const inputTrials: readonly HostileTrial[] = [
  { files: ['ok.yaml'], line: 'D validate ok.yaml', exit: [0], says: [/ok/] },
];
