import { z } from 'zod';
import type { CalibrationResult } from '../../results/calibrationResult.js';
import { carryOut } from './carryOut.js';
import { files, maxWallMs, name } from './inputs.js';
import { omitted, resultId, warnings } from './outputs.js';
import { defineTool } from './tool.js';

export const calibrate = defineTool({
  name: 'calibrate',
  title: 'Fit a model server to measured loads',
  description:
    'Fits the numbers that a simulated LLM server runs on (time of an iteration, in microseconds) to measured loads, foretells the loads that were not fitted, and answers errors, saturation (requests a second) and `models:` for a scenario. ' +
    'Measurements: results of vllm bench serve (JSON), /metrics of the server, tables of loads (CSV). Defaults that move the result: maxSequences 256, tokenBudget 2048, prefixCache true, which must be those of the measured server.',
  input: z.strictObject({
    measurements: z.array(name).min(1).max(100).describe('Files below the root, or names of `files`.'),
    model: z
      .string()
      .min(1)
      .max(200)
      .describe('A preset, or a model on its GPUs: llama-3.1-70b@4xh100, qwen3-32b@2xh100,fp8,2025'),
    set: z.array(z.string().max(200)).max(10).optional().describe('Settings of the measured server: maxSequences=128'),
    files,
    maxWallMs,
  }),
  output: z.object({
    fitted: z.looseObject({}),
    datasheet: z.looseObject({}).describe('What the data sheet has in their place.'),
    loads: z.array(z.looseObject({ label: z.string(), use: z.string() })).optional(),
    saturation: z.looseObject({ capacity_per_s: z.number() }),
    not_identified: z.array(z.string()).describe('What no measurement here tells, and why.'),
    models: z.looseObject({}),
    result: resultId,
    warnings,
    omitted,
  }),
  shorten: ['loads', 'warnings'],
  async call(input, context) {
    const { measurements, model, set } = input;
    const end = await carryOut(
      { ...input, command: 'calibrate', operands: measurements, options: { model, set } },
      context,
    );
    const document = end.document as CalibrationResult; // safe: what calibrate hands over
    const { fitted, datasheet, loads, saturation, not_identified, models } = document;
    const ofFit = document.warnings.map((what) => ({
      code: 'calibration',
      where: {},
      what,
      why: 'The fit rests on it.',
      fix: 'measure what is named, or know it when you use the numbers.',
    }));
    return {
      text: [...ofFit.map(({ what }) => `warning: ${what}`), end.text.trim()].join('\n'),
      structured: {
        ...{ fitted, datasheet, loads, saturation, not_identified, models },
        result: end.id,
        warnings: [...ofFit, ...end.warnings],
      },
      kept: { id: end.id, document, hasPage: false },
    };
  },
});
