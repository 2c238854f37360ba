import { z } from 'zod';
import { compactJson } from '../../base/compactJson.js';
import { exitCode } from '../../base/exitCode.js';
import { oneTypeEach } from '../../base/oneTypeEach.js';
import { schemaHead } from '../../base/schemaHead.js';
import { shareRepeats } from '../../base/shareRepeats.js';
import { faultKinds } from '../../faults/kinds/index.js';
import { observationSchema } from '../../policy/observation.js';
import { openLoopDecisionSchema } from '../../policy/openLoopDecision.js';
import { eventSchema } from '../../record/runEvents.js';
import { resultSchema } from '../../results/results.js';
import { renderSchemaFile } from '../../scenario/jsonSchema.js';
import type { Command } from '../command.js';
import { type SchemaName, schemaNames } from '../schemaNames.js';
import { unknownName } from '../usageError.js';

/** The text of each, as in the folder `schema` of the package. */
export const schemaTexts: Readonly<Record<SchemaName, () => string>> = {
  scenario: renderSchemaFile,
  observation: () => textOf('observation', observationSchema),
  decision: () => textOf('decision', openLoopDecisionSchema),
  event: () => textOf('event', eventSchema(faultKinds.map(({ name }) => name))),
  result: () => textOf('result', resultSchema),
};

/** Of what is read, which is what is written and what older versions wrote. */
function textOf(name: SchemaName, zodSchema: z.ZodType): string {
  const { $schema: _sameAsAll, ...schema } = z.toJSONSchema(zodSchema, { io: 'input' });
  return compactJson(shareRepeats(oneTypeEach({ ...schemaHead(name), ...schema })));
}

export const schema: Command = {
  name: 'schema',
  summary: 'Print a JSON Schema',
  operands: { name: 'name', min: 1, max: 1, describe: schemaNames.join(' | ') },
  options: [],
  async run({ operands: [name], output }) {
    const known = schemaNames.find((one) => one === name);
    if (known === undefined) throw unknownName('schema', name, schemaNames);
    await output.write(schemaTexts[known]());
    return exitCode.success;
  },
};
