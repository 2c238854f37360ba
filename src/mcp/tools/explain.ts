import { z } from 'zod';
import { exitCode } from '../../base/exitCode.js';
import type { Problem } from '../../base/problem.js';
import { CallProblems } from '../callProblems.js';
import { unknownResult } from '../results.js';
import { carryOut } from './carryOut.js';
import { files, maxWallMs, name, policy } from './inputs.js';
import { omitted, problem, resultId, warnings } from './outputs.js';
import { type Answer, type CallContext, defineTool } from './tool.js';

const input = z.strictObject({
  manifests: z
    .array(name)
    .min(1)
    .max(200)
    .optional()
    .describe('Manifests below the root, or names of `files`; with the workloads beside them.'),
  files,
  result: z.string().max(100).optional().describe('Id that run or compare answered.'),
  at: z.string().max(100).optional().describe('Instant of that run: since its begin (12m), or its clock (18:05).'),
  policy: policy.optional().describe('Name of the policy in the result, where there are several.'),
  maxWallMs,
});
type Input = z.output<typeof input>;

export const explain = defineTool({
  name: 'explain',
  title: 'Explain a manifest, or a decision',
  description:
    'Two questions. With `manifests`: what an HPA, a KEDA ScaledObject or an AWS policy will do, in sentences, with targets and bounds, and lint: what surprises people (level error, warning, note). No scenario is needed. ' +
    'With `result` and `at`: why the policy decided as it did at that instant of a simulated run: which rule held, what it wanted, what held it back, of the shown replication (the median run), not of the mean. ' +
    'Nothing is assumed beyond the defaults of the platform, which the sentences name.',
  input,
  output: z.object({
    manifests: z
      .array(z.looseObject({ file: z.string(), name: z.string().nullish() }))
      .optional()
      .describe(
        'What each manifest does, what of it is not simulated, and lint; one that is refused has problems instead.',
      ),
    refused: z.array(problem).optional(),
    decision: z.array(z.string()).optional().describe('Lines, the head first.'),
    result: resultId,
    warnings,
    omitted,
  }),
  shorten: ['manifests', 'decision', 'warnings'],
  call: (given, context) =>
    given.result === undefined && given.at === undefined && given.policy === undefined
      ? explainManifests(given, context)
      : explainDecision(given, context),
});

async function explainManifests(given: Input, context: CallContext): Promise<Answer> {
  const { manifests, files: texts } = given;
  if (manifests === undefined) throw askFor('manifests, or result and at');
  const call = { command: 'explain', operands: manifests, options: {}, files: texts, maxWallMs: given.maxWallMs };
  const end = await carryOut(call, context);
  // safe: what explain hands over, a list with an entry each
  const all = end.document as readonly { readonly file: string; readonly problems: readonly Problem[] }[];
  const refused = all.flatMap(({ problems }) => problems);
  const found = all.filter(({ problems }) => problems.length === 0);
  if (found.length === 0 && refused.length > 0) throw new CallProblems(refused);
  const hasErrors = end.exitCode === exitCode.thresholdsCrossed;
  const heads = [
    ...(refused.length > 0
      ? [`REFUSED: ${refused.map(({ where, what }) => `${where.file ?? ''} ${what}`).join('; ')}`]
      : []),
    ...(hasErrors ? ['LINT ERRORS: see below.'] : []),
  ];
  return {
    text: [...heads, end.text.trim()].join('\n'),
    structured: {
      manifests: found,
      ...(refused.length > 0 ? { refused } : {}),
      result: end.id,
      warnings: end.warnings,
    },
    kept: { id: end.id, document: { manifests: found, refused }, hasPage: false },
  };
}

async function explainDecision(
  { manifests, result, at, policy: named, maxWallMs: limit }: Input,
  context: CallContext,
): Promise<Answer> {
  if (result === undefined || at === undefined || manifests !== undefined)
    throw askFor('result and at, without manifests');
  const kept = context.shared.results.get(result);
  if (kept === undefined) throw unknownResult(result);
  const own = { 'result.json': kept.json };
  const options = { at, policy: named };
  const end = await carryOut(
    { command: 'explain', operands: ['result.json'], options, own, maxWallMs: limit },
    context,
  );
  return {
    text: end.text.trim(),
    structured: { decision: end.text.trim().split('\n'), warnings: end.warnings },
  };
}

function askFor(what: string): CallProblems {
  const why = 'It explains manifests, or one instant of one result.';
  return new CallProblems([{ code: 'bad-input', where: {}, what: `explain needs ${what}`, why, fix: `give ${what}.` }]);
}
