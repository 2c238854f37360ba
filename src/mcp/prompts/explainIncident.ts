import { z } from 'zod';
import { resultArgument } from './arguments.js';
import type { Prompt } from './prompt.js';

export const explainIncident: Prompt = {
  name: 'explain-incident',
  title: 'Explain an incident',
  description: 'Says why the SLO was missed in a simulated run: what the policy saw, wanted and was held back by.',
  arguments: (shared) =>
    z.object({ result: resultArgument(shared), at: z.string().optional().describe('The instant, 12m or 18:05') }),
  text: ({ result, at }) =>
    [
      `Explain why the SLO was missed in the result ${result}${at === undefined ? '' : `, around ${at}`}.`,
      'Steps:',
      `1. read dryscale://results/${result}: when good shares were below the objective (above_slo), the lag budget, events and decisions.`,
      `2. explain the result ${at === undefined ? 'at the begin of the worst spell, and shortly before it' : `at ${at} and shortly before`}.`,
      '3. Change one thing that may be the cause (startup, metric lag, a bound, a rate policy) with `set`, run again, and see whether it is.',
      'Report the chain of causes with times and numbers, what you tried, and what stays a guess. It is a simulated run: say of what scenario.',
    ].join('\n'),
};
