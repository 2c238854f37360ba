import { z } from 'zod';
import { carryOut, scenarioOf } from './carryOut.js';
import { files, maxWallMs, scenario, set } from './inputs.js';
import { omitted, warnings } from './outputs.js';
import { defineTool } from './tool.js';

export const validate = defineTool({
  name: 'validate',
  title: 'Check a scenario or a policy',
  description:
    'Checks a scenario (YAML or JSON, with the policies and traces it names) or a Lua policy (.lua), without running it. Answers valid, with warnings; or every mistake at once as problems {code, where, what, why, fix}. ' +
    'A manifest alone is checked by explain. Valid says that it can be run, not that its numbers are right.',
  input: z.strictObject({ file: scenario, files, set, maxWallMs }),
  output: z.object({ valid: z.literal(true), file: z.string(), warnings, omitted }),
  shorten: ['warnings'],
  async call(input, context) {
    const { file, files: texts } = scenarioOf(input.file, input.files);
    const options = { set: input.set };
    const end = await carryOut({ ...input, command: 'validate', operands: [file], options, files: texts }, context);
    const told = end.warnings.map(({ what, code, where }) => `warning: ${where.path ?? ''} ${what} [${code}]`);
    return { text: [...told, end.text.trim()].join('\n'), structured: { valid: true, file, warnings: end.warnings } };
  },
});
