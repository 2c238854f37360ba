import { z } from 'zod';
import { policyArgument, scenarioArgument } from './arguments.js';
import type { Prompt } from './prompt.js';

export const reviewAutoscaler: Prompt = {
  name: 'review-autoscaler',
  title: 'Review an autoscaler',
  description:
    'Reviews a manifest or a policy, or a change of it, on a scenario: what it does, what surprises, what it costs.',
  arguments: (shared) =>
    z.object({
      policy: policyArgument(shared),
      scenario: scenarioArgument(shared),
      changed: z.string().optional().describe('The changed text, if it is a change'),
    }),
  text: ({ policy, scenario, changed }) =>
    [
      `Review the autoscaling policy ${policy} on the scenario ${scenario}.`,
      ...(changed === undefined
        ? []
        : [
            `This is its changed text; hand it to the tools in \`files\` under a name of its own, and compare it with the old one, the old one first:\n\n${changed}\n`,
          ]),
      'Steps:',
      '1. explain the manifest, if it is one: say what it does and every lint.',
      '2. inspect the scenario: name the assumptions that the answer rests on (startup, metric lag, cost of a request).',
      `3. compare it with ${changed === undefined ? 'static:N at the peak need and one other policy' : 'the changed one'}, 10 runs.`,
      '4. Where the SLO or a threshold is missed, explain the result at the worst instant.',
      'Report: the verdict first, then numbers with intervals and units. Say that they are simulated, what was partial or failed, and what would have to be measured to be sure.',
    ].join('\n'),
};
