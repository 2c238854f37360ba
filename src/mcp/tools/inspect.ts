import { z } from 'zod';
import { carryOut, scenarioOf } from './carryOut.js';
import { files, maxWallMs, scenario, seed, set } from './inputs.js';
import { omitted, resultId, warnings } from './outputs.js';
import { defineTool } from './tool.js';

export const inspect = defineTool({
  name: 'inspect',
  title: 'Show what a scenario says',
  description:
    'Answers a scenario with every default written out (traffic, cost of a request in CPU and IO, startup, price, bounds, metric lag, queues) and estimates: requests expected in a run, instances needed, how old metrics are when a policy sees them. ' +
    'Read it before believing a result: what stands there was simulated.',
  input: z.strictObject({ scenario, files, set, seed, maxWallMs }),
  output: z.object({
    hash: z.string().describe('Of the resolved scenario: equal hashes are equal scenarios.'),
    resolved: z.looseObject({}).optional().describe('The scenario with every default.'),
    estimates: z.looseObject({}).optional(),
    result: resultId,
    warnings,
    omitted,
  }),
  shorten: ['resolved', 'estimates', 'warnings'],
  async call(input, context) {
    const { file, files: texts } = scenarioOf(input.scenario, input.files);
    const options = { set: input.set, seed: input.seed };
    const end = await carryOut({ ...input, command: 'inspect', operands: [file], options, files: texts }, context);
    const document = end.document as Readonly<Record<string, unknown>>; // safe: what inspect hands over
    return {
      text: end.text.trim(),
      structured: { ...document, result: end.id, warnings: end.warnings },
      kept: { id: end.id, document, hasPage: false },
    };
  },
});
