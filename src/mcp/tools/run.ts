import { z } from 'zod';
import { carryOut, scenarioOf } from './carryOut.js';
import { comparisonAnswer, comparisonOutput } from './comparison.js';
import { files, maxRequests, maxWallMs, policy, policyText, runs, scenario, seed, set } from './inputs.js';
import { defineTool } from './tool.js';

export const measuresInput = z
  .array(z.string().max(200))
  .max(100)
  .optional()
  .describe('Further measures to answer, by their names in dryscale://docs/measures, such as latency_p95_ms.');

export const run = defineTool({
  name: 'run',
  title: 'Run one policy',
  description:
    "Simulates a scenario's traffic against one autoscaling policy and answers whether it keeps the SLO and thresholds, with latency (ms), cost (USD a run), flaps, lag (s) and instances as mean and 95 % interval over the replications. " +
    "Defaults that move the result: 10 runs; the scenario's seed, traffic, startup times and metric lag; the scenario's own policies where `policy` is left out (it must be one then). " +
    'A simulation: as good as the scenario. inspect shows every number it assumes.',
  input: z.strictObject({
    scenario,
    policy: policy.optional().describe(policyText),
    files,
    runs,
    seed,
    set,
    measures: measuresInput,
    maxWallMs,
    maxRequests,
  }),
  output: comparisonOutput,
  async call(input, context) {
    const { file, files: texts } = scenarioOf(input.scenario, input.files);
    const { policy: given, runs: count, seed: ofRun, set: settings } = input;
    const options = { policy: given, runs: count, seed: ofRun, set: settings };
    const end = await carryOut({ ...input, command: 'run', operands: [file], options, files: texts }, context);
    return comparisonAnswer(end, input.measures);
  },
});
