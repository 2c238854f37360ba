import { z } from 'zod';
import { carryOut } from './carryOut.js';
import { files, maxWallMs, name, policy, policyText } from './inputs.js';
import { notes, omitted, resultId, warnings } from './outputs.js';
import { defineTool } from './tool.js';

export const decide = defineTool({
  name: 'decide',
  title: 'Decide on recorded observations',
  description:
    'Hands recorded observations or metrics to one policy, one after another, and answers what it would have decided at each: the count it wanted, why, and what held it back. Open loop: the world goes on as recorded, whatever is decided, so it shows decisions, not their effect (compare does). ' +
    'Observations: JSON lines (dryscale://schema/observation), answers of Prometheus query_range (JSON), or a table (CSV) with a time column.',
  input: z.strictObject({
    policy: policy.describe(policyText),
    observations: z.array(name).min(1).max(50).describe('Files below the root, or names of `files`.'),
    files,
    metrics: z
      .array(z.string().max(500))
      .max(50)
      .optional()
      .describe('NAME=METRIC: a metric of the manifest, and the series or column that it is, http_rps=request_rate'),
    maxWallMs,
  }),
  output: z.object({
    decisions: z
      .array(z.looseObject({ service: z.string() }))
      .optional()
      .describe('One an observation, in order.'),
    summary: z.array(z.looseObject({ service: z.string(), decisions: z.int() })),
    result: resultId,
    notes,
    warnings,
    omitted,
  }),
  shorten: ['decisions', 'notes', 'warnings'],
  async call(input, context) {
    const { policy: given, observations, metrics } = input;
    const options = { policy: given, observations, metric: metrics };
    const end = await carryOut({ ...input, command: 'decide', operands: [], options }, context);
    // safe: what decide hands over
    const { decisions, summary } = end.document as {
      readonly decisions: readonly unknown[];
      readonly summary: unknown;
    };
    return {
      text: [...end.warnings.map(({ what }) => `warning: ${what}`), ...end.said].join('\n'),
      structured: { decisions, summary, result: end.id, notes: end.said, warnings: end.warnings },
      kept: { id: end.id, document: { decisions, summary }, hasPage: false },
    };
  },
});
