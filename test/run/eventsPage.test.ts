import { expect, it } from 'vitest';
import { z } from 'zod';
import { faultKinds } from '../../src/faults/kinds/index.js';
import { eventKinds } from '../../src/record/runEvents.js';

const header = `# Events

What \`--replication K --events FILE\` writes: every step of one run, one JSON object a line, in the order of time.
Every line has \`time_s\`, seconds of the run, and \`kind\`. Names end in their unit; null is what has not happened.

Who wants to check a measure can work it out from here: \`test/engine/eventsAudit.test.ts\` does so for counts, good share, latency,
waits, instances and cost. Requests of the warm-up are in the file; the measures leave them out by \`arrival_s\`.
To follow one request: \`grep '"request":"users-17"' events.ndjson\`. \`dryscale schema event\` prints the JSON Schema.
This page is written from \`src/record/runEvents.ts\`; \`npx vitest run test/run/eventsPage.test.ts -u\` writes it anew.

| kind | when | fields |
|---|---|---|
`;

/** The field with its type, and what it says where the name does not. */
function field(name: string, schema: z.ZodType): string {
  const { description } = z.globalRegistry.get(schema) ?? {};
  return `\`${name}\`${description === undefined ? '' : ` (${description})`}`;
}

it('docs/events.md lists every kind as the code has it', async () => {
  const seen = new Set<string>();
  const rows = Object.entries(eventKinds).map(([kind, { summary, shape }]) => {
    const fields = Object.entries(shape).map(([name, schema]) => {
      // What a field means is said once.
      const text = seen.has(name) ? `\`${name}\`` : field(name, schema as z.ZodType); // safe: a shape holds schemas
      seen.add(name);
      return text;
    });
    return `| \`${kind}\` | ${summary} | ${fields.join(', ')} |`;
  });
  const faults = faultKinds.map(({ name }) => `\`${name}\``).join(', ');
  const last = `| ${faults} | A fault begins | \`until_s\` (When it ends; = time_s for one that is over at once) |`;
  await expect(`${header}${[...rows, last].join('\n')}\n`).toMatchFileSnapshot('../../docs/events.md');
});
