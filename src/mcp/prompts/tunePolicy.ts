import { z } from 'zod';
import { policyArgument, scenarioArgument } from './arguments.js';
import type { Prompt } from './prompt.js';

export const tunePolicy: Prompt = {
  name: 'tune-policy',
  title: 'Tune a policy',
  description: 'Searches better values of parameters of a policy on a scenario, and reports the change as a diff.',
  arguments: (shared) =>
    z.object({
      policy: policyArgument(shared),
      scenario: scenarioArgument(shared),
      vary: z.string().optional().describe('Parameters and values, averageUtilization=50..80:5'),
    }),
  text: ({ policy, scenario, vary }) =>
    [
      `Tune the policy ${policy} on the scenario ${scenario}.`,
      'Steps:',
      '1. validate and inspect the scenario; without an SLO or thresholds ask what must hold.',
      vary === undefined
        ? "2. read the policy (dryscale://policies/NAME), choose at most three parameters and sensible values around today's."
        : `2. vary ${vary}.`,
      '3. tune. If it was cut off by its budget, or the best value is at the end of its list, tune again around it.',
      "4. compare today's policy with the best one on another seed.",
      'Report the diff, the gain with its interval, what must hold and how sure that is. Change no file yourself.',
    ].join('\n'),
};
