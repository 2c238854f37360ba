import { z } from 'zod';
import { CallProblems } from '../callProblems.js';
import { carryOut, scenarioOf } from './carryOut.js';
import { files, maxWallMs, name, policy, policyText, scenario } from './inputs.js';
import { notes, omitted, resultId, warnings } from './outputs.js';
import { defineTool } from './tool.js';

/** Ours: no program of the machine is started for them. */
const ownRuntimes = ['fengari', 'node'];

interface Verified {
  readonly policies: readonly { readonly name: string; readonly status: string; readonly decisions?: unknown }[];
  readonly observations: { readonly source: string };
  readonly missing: readonly string[];
}

export const verify = defineTool({
  name: 'verify',
  title: 'Check that a policy decides the same everywhere',
  description:
    'Plays one sequence of observations through a policy in several runtimes and environments (time zone, locale, hash seed, a second start) and answers whether all decisions are the same: same, differs (with the first difference and its likely cause), fails or not-verified. It finds clocks, random numbers, order of pairs(), state left between runs. ' +
    'Defaults: made-up observations, which real ones (observations) or those of one run (scenario) replace; the runtimes fengari and node. Lua interpreters of the machine (lua5.4, luajit) only where the server has --allow-code.',
  input: z.strictObject({
    policies: z.array(policy).min(1).max(20).describe(`Each: ${policyText}`),
    observations: z
      .array(name)
      .min(1)
      .max(50)
      .optional()
      .describe('Files of recorded observations, as decide takes them.'),
    scenario: scenario.optional().describe('Instead: what each policy sees in one run of this scenario.'),
    runtimes: z
      .array(
        z
          .string()
          .regex(/^[\w.]+$/)
          .max(20),
      )
      .min(1)
      .max(10)
      .optional(),
    files,
    maxWallMs,
  }),
  output: z.object({
    status: z.enum(['same', 'differs', 'fails', 'not-verified']).describe('The worst of all policies.'),
    policies: z.array(z.looseObject({ name: z.string(), status: z.string() })),
    observations: z.string().describe('Where they come from.'),
    missing: z.array(z.string()).describe('Runtimes that are not on this machine: nothing is said of them.'),
    notes,
    result: resultId,
    warnings,
    omitted,
  }),
  shorten: ['notes', 'policies.runs', 'policies.differences', 'warnings'],
  async call(input, context) {
    const mayUseAll = context.shared.settings.mayRunCode;
    const foreign = (input.runtimes ?? []).filter((runtime) => !ownRuntimes.includes(runtime));
    if (!mayUseAll && foreign.length > 0) throw needsAllowCode(foreign);
    const { file, files: texts } =
      input.scenario === undefined ? { files: input.files } : scenarioOf(input.scenario, input.files);
    const runtimes = (input.runtimes ?? (mayUseAll ? undefined : ownRuntimes))?.join(',');
    const options = { from: file, observations: input.observations, runtimes };
    const end = await carryOut(
      { ...input, command: 'verify', operands: input.policies, options, files: texts },
      context,
    );
    const document = end.document as Verified; // safe: what verify hands over
    const statuses = document.policies.map(({ status }) => status);
    const status = (['fails', 'differs', 'not-verified'] as const).find((one) => statuses.includes(one)) ?? 'same';
    return {
      text: [...(status === 'same' ? [] : [status.toUpperCase()]), end.text.trim(), ...end.said].join('\n'),
      structured: {
        status,
        policies: document.policies.map(({ decisions: _, ...rest }) => rest),
        observations: document.observations.source,
        missing: document.missing,
        notes: end.said,
        result: end.id,
        warnings: end.warnings,
      },
      kept: { id: end.id, document, hasPage: false },
    };
  },
});

function needsAllowCode(runtimes: readonly string[]): CallProblems {
  return new CallProblems([
    {
      code: 'needs-allow-code',
      where: { path: 'runtimes' },
      what: `${runtimes.join(', ')} would run the policy in a program of this machine`,
      why: 'The server was started without --allow-code.',
      fix: `verify in ${ownRuntimes.join(' and ')}, or let whoever starts the server add --allow-code.`,
    },
  ]);
}
