import { explainIncident } from './explainIncident.js';
import type { Prompt } from './prompt.js';
import { reviewAutoscaler } from './reviewAutoscaler.js';
import { tunePolicy } from './tunePolicy.js';

export const prompts: readonly Prompt[] = [reviewAutoscaler, tunePolicy, explainIncident];
