import { z } from 'zod';
import { comparisonInput, comparisonOutput, comparisonShorten, simulate } from './comparison.js';
import { policy, policyText } from './inputs.js';
import { defineTool } from './tool.js';

export const run = defineTool({
  name: 'run',
  title: 'Run one policy',
  description:
    "Simulates a scenario's traffic against one autoscaling policy and answers whether it keeps the SLO and thresholds, with latency (ms), cost (USD a run), flaps, lag (s) and instances as mean and 95 % interval over the replications. " +
    "Defaults that move the result: 10 runs; the scenario's seed, traffic, startup times and metric lag; the scenario's own policies where `policy` is left out (it must be one then). " +
    'A simulation: as good as the scenario. inspect shows every number it assumes.',
  input: z.strictObject({ ...comparisonInput, policy: policy.optional().describe(policyText) }),
  output: comparisonOutput,
  shorten: comparisonShorten,
  hasPage: true,
  call: (input, context) => simulate('run', input, { policy: input.policy }, context),
});
