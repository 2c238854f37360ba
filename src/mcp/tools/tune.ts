import { z } from 'zod';
import type { TuneResult } from '../../results/tuneResult.js';
import { carryOut, scenarioOf } from './carryOut.js';
import { files, maxRequests, maxWallMs, policy, policyText, scenario, seed, set } from './inputs.js';
import { omitted, resultId, warnings } from './outputs.js';
import { defineTool } from './tool.js';

/** Fewer than those of the command, which has hours. */
const defaultBudget = 300;

export const tune = defineTool({
  name: 'tune',
  title: 'Search the values of parameters',
  description:
    "Searches which values of a policy's parameters are best on a scenario, by simulated runs, judges the winner and today's setting on fresh runs, and answers the change as a diff of the file (nothing is written). " +
    `Best is the least cost_usd (USD a run) that keeps the scenario's SLO and thresholds, unless goal and must say otherwise. Defaults that move the result: a budget of ${defaultBudget} runs in all (the command's is 2000: more finds finer differences), the scenario's seed and traffic. ` +
    'A best value at the end of its list may have a better one beyond it.',
  input: z.strictObject({
    scenario,
    policy: policy.optional().describe(policyText),
    vary: z
      .array(z.string().min(3).max(500))
      .min(1)
      .max(10)
      .describe('Parameters and values to try: averageUtilization=50,60,70 or 50..80:5'),
    goal: z.string().max(200).optional().describe('Measure that the best has least of (cost_usd).'),
    must: z
      .array(z.string().max(500))
      .max(20)
      .optional()
      .describe("What must hold, instead of the scenario's SLO and thresholds: http_req_duration p(95)<300"),
    budget: z.int().min(1).max(100_000).optional().describe(`Most runs in all (${defaultBudget}).`),
    files,
    seed,
    set,
    maxWallMs,
    maxRequests,
  }),
  output: z.object({
    meets: z.boolean().describe('Whether any setting keeps what must hold, on fresh runs.'),
    ended: z.string().describe('Why the search ended; budget: it was cut off.'),
    best: z.looseObject({ policy: z.string() }).nullable(),
    today: z.looseObject({}).nullable().describe('The policy as it is, on the same fresh runs.'),
    gain: z.looseObject({ verdict: z.string() }).nullable().describe('best against today.'),
    deployment: z.looseObject({ kind: z.string() }).nullable().describe('The change: diff, or why there is none.'),
    why: z.array(z.string()).describe('Where nothing meets: why.'),
    notes: z.array(z.string()).optional(),
    search: z.looseObject({}),
    runs: z.looseObject({}),
    goal: z.looseObject({}),
    must: z.array(z.looseObject({})),
    finals: z.array(z.looseObject({})).optional(),
    points: z
      .array(z.looseObject({}))
      .optional()
      .describe('All that were tried; their figures flatter the best, for they chose it.'),
    result: resultId,
    warnings,
    omitted,
  }),
  shorten: ['points', 'finals', 'notes', 'warnings'],
  async call(input, context) {
    const { file, files: texts } = scenarioOf(input.scenario, input.files);
    const { policy: given, vary, goal, must, budget = defaultBudget, seed: ofRun, set: settings } = input;
    const options = { policy: given, vary, goal, must, budget, seed: ofRun, set: settings };
    const end = await carryOut({ ...input, command: 'tune', operands: [file], options, files: texts }, context);
    const document = end.document as TuneResult; // safe: what tune hands over
    const { best, search, today, gain, deployment, why, notes, runs, points, finals } = document;
    const heads = [
      ...(best === null ? [`NOTHING MEETS what must hold: ${why.join(' ') || 'see below'}`] : []),
      ...(search.ended === 'budget' ? ['CUT OFF by its budget: raise it to tell the settings apart.'] : []),
      ...end.warnings.map(({ what }) => `warning: ${what}`),
    ];
    return {
      text: [...heads, end.text.trim()].join('\n'),
      structured: {
        meets: best !== null,
        ended: search.ended,
        ...{ best, today, gain, deployment, why, notes, search, runs, finals, points },
        goal: document.goal,
        must: document.must,
        result: end.id,
        warnings: end.warnings,
      },
      kept: { id: end.id, document, hasPage: false },
    };
  },
});
