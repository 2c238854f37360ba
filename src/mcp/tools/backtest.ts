import { z } from 'zod';
import type { BacktestResult } from '../../results/backtestResult.js';
import { carryOut, scenarioOf } from './carryOut.js';
import { files, maxRequests, maxWallMs, name, policy, policyText, runs, scenario, seed, set } from './inputs.js';
import { notes, omitted, resultId, warnings } from './outputs.js';
import { defineTool } from './tool.js';

export const backtest = defineTool({
  name: 'backtest',
  title: 'Check a scenario against what was recorded',
  description:
    'Plays recorded traffic with the policy that ran then, and answers measure by measure (replicas in pods, first scale-up in s, CPU in cores, latency in ms, errors, flaps) how far the simulation is from what was recorded, and whether it is believable. Do this before trusting compare or tune on a scenario. ' +
    'Recordings: answers of Prometheus query_range, exports of Grafana or CloudWatch, access logs. Defaults: 10 runs; all of the recording is judged. believable null: the recording cannot carry a conclusion.',
  input: z.strictObject({
    scenario,
    policy: policy.optional().describe(`The one that ran. ${policyText}`),
    actual: z.array(name).min(1).max(50).describe('Recordings below the root, or names of `files`.'),
    from: z.string().max(100).optional().describe('When the judged part begins: a date, 17:30, 1h30m.'),
    to: z.string().max(100).optional(),
    files,
    runs,
    seed,
    set,
    maxWallMs,
    maxRequests,
  }),
  output: z.object({
    believable: z.boolean().nullable(),
    reasons: z.array(z.string()).describe('Why there is no conclusion.'),
    measures: z
      .array(z.looseObject({ measure: z.string(), ok: z.boolean().nullable(), why: z.string() }))
      .describe('real is recorded, simulated the mean over the runs; ok null is not judged.'),
    stretch: z.looseObject({ from_s: z.number(), to_s: z.number() }),
    traffic: z.string().describe('Which traffic was sent.'),
    service: z.string(),
    policy: z.string(),
    notes,
    result: resultId,
    warnings,
    omitted,
  }),
  shorten: ['notes', 'warnings'],
  async call(input, context) {
    const { file, files: texts } = scenarioOf(input.scenario, input.files);
    const { policy: given, actual, from, to, runs: count, seed: ofRun, set: settings } = input;
    const options = { policy: given, actual, from, to, runs: count, seed: ofRun, set: settings };
    const end = await carryOut({ ...input, command: 'backtest', operands: [file], options, files: texts }, context);
    const document = end.document as BacktestResult; // safe: what backtest hands over
    const { believable, reasons, stretch, traffic, service, policy: played } = document;
    const head =
      believable === true
        ? []
        : [
            believable === null
              ? `NO CONCLUSION: ${reasons.join(' ')}`
              : 'NOT BELIEVABLE: results on this scenario mislead.',
          ];
    return {
      text: [...head, ...end.warnings.map(({ what }) => `warning: ${what}`), end.text.trim(), ...end.said].join('\n'),
      structured: {
        ...{ believable, reasons, stretch, traffic, service, policy: played },
        measures: document.backtest,
        notes: [...document.notes, ...end.said],
        result: end.id,
        warnings: end.warnings,
      },
      kept: { id: end.id, document, hasPage: false },
    };
  },
});
