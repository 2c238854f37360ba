import { z } from 'zod';
import { comparisonInput, comparisonOutput, comparisonShorten, simulate } from './comparison.js';
import { policy, policyText } from './inputs.js';
import { defineTool } from './tool.js';

export const compare = defineTool({
  name: 'compare',
  title: 'Compare policies',
  description:
    'Simulates several autoscaling policies on the very same traffic and answers which is cheapest among those that keep the SLO and thresholds, with paired differences and verdicts (better, worse, no difference that matters, undecided). ' +
    'To review a change of an HPA: put the changed manifest into `files` under another name and compare both, the old one first, for the first is the reference. ' +
    "Latency in ms, cost in USD a run, lag in s. Defaults that move the result: 10 runs of each policy; the scenario's seed, traffic, startup and metric lag; its own policies where `policies` is left out. " +
    'undecided means that more runs are needed, not that they are equal.',
  input: z.strictObject({
    ...comparisonInput,
    policies: z.array(policy).min(1).max(50).optional().describe(`Each: ${policyText}`),
    reference: policy
      .regex(/^(?!git:)/, 'a revision of git cannot be named here')
      .optional()
      .describe('Name of the policy that the others are compared with (the first).'),
  }),
  output: comparisonOutput,
  shorten: comparisonShorten,
  hasPage: true,
  call: (input, context) => simulate('compare', input, { policy: input.policies, against: input.reference }, context),
});
