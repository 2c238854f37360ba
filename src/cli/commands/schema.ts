import { z } from 'zod';
import { exitCode } from '../../base/exitCode.js';
import { faultKinds } from '../../faults/kinds/index.js';
import { observationSchema } from '../../policy/observation.js';
import { eventSchema } from '../../record/runEvents.js';
import { resultSchema } from '../../results/results.js';
import { scenarioJsonSchema } from '../../scenario/jsonSchema.js';
import type { Command } from '../command.js';
import { unknownName } from '../usageError.js';

const schemas: Readonly<Record<string, () => unknown>> = {
  scenario: scenarioJsonSchema,
  result: () => z.toJSONSchema(resultSchema),
  event: () => z.toJSONSchema(eventSchema(faultKinds.map(({ name }) => name))),
  observation: () => z.toJSONSchema(observationSchema, { io: 'input' }),
};

export const schema: Command = {
  name: 'schema',
  summary: 'Print a JSON Schema',
  operands: { name: 'name', min: 1, max: 1, describe: Object.keys(schemas).join(' | ') },
  options: [],
  async run({ operands: [name], output }) {
    if (!Object.hasOwn(schemas, name)) throw unknownName('schema', name, Object.keys(schemas));
    await output.write(`${JSON.stringify(schemas[name](), null, 2)}\n`);
    return exitCode.success;
  },
};
