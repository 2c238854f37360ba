import { z } from 'zod';
import { compactJson } from '../../base/compactJson.js';
import { exitCode } from '../../base/exitCode.js';
import { oneTypeEach } from '../../base/oneTypeEach.js';
import { shareRepeats } from '../../base/shareRepeats.js';
import { faultKinds } from '../../faults/kinds/index.js';
import { observationSchema } from '../../policy/observation.js';
import { eventSchema } from '../../record/runEvents.js';
import { resultSchema } from '../../results/results.js';
import { renderSchemaFile } from '../../scenario/jsonSchema.js';
import type { Command } from '../command.js';
import { schemaNames } from '../schemaNames.js';
import { unknownName } from '../usageError.js';

const schemas: Readonly<Record<(typeof schemaNames)[number], () => string>> = {
  scenario: renderSchemaFile,
  result: () => textOf(resultSchema),
  event: () => textOf(eventSchema(faultKinds.map(({ name }) => name))),
  observation: () => textOf(observationSchema),
};

/** Of what is read, which is what is written and what older versions wrote. */
function textOf(zodSchema: z.ZodType): string {
  return compactJson(shareRepeats(oneTypeEach(z.toJSONSchema(zodSchema, { io: 'input' }))));
}

export const schema: Command = {
  name: 'schema',
  summary: 'Print a JSON Schema',
  operands: { name: 'name', min: 1, max: 1, describe: schemaNames.join(' | ') },
  options: [],
  async run({ operands: [name], output }) {
    const known = schemaNames.find((one) => one === name);
    if (known === undefined) throw unknownName('schema', name, schemaNames);
    await output.write(schemas[known]());
    return exitCode.success;
  },
};
