// @module-tag ci
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { codesOf, type McpClient, newClient } from '../support/mcpClients.js';
import { smallScenario, temporaryFolder } from '../support/runCli.js';

const outer = temporaryFolder({ 'secret.yaml': `${smallScenario}# secretword\n`, 'secret.lua': '-- secretword\n' });
const root = join(outer.path, 'below');
mkdirSync(root);
writeFileSync(join(root, 'small.yaml'), smallScenario);

let client: McpClient;
beforeAll(async () => {
  client = await newClient(['--root', root]);
});
afterAll(async () => {
  await client.close();
  outer.remove();
});

const names = fc.constantFrom(
  ...['small.yaml', 'given.lua', '../secret.yaml', '../secret.lua', '/etc/passwd', '-', '--help', '.', '', 'none'],
  ...['static:2', 'target-cpu', 'web=../secret.lua', 'a;b', '../below/small.yaml', 'x\u0000y', '\ud800', '__proto__'],
);
const texts = fc.oneof(
  fc.string({ maxLength: 200, unit: 'binary' }),
  fc.constantFrom(
    ...['{', '&a [*a]', 'a: &a [b]\nb: *a\n', '!!js/function x', 'return {', 'while true do end', '---\n---\n'],
    ...['return { decide = function() while true do end end }', smallScenario, `${smallScenario}services: {}`],
    `${smallScenario}policies: [../secret.lua]\n`,
  ),
);
const anything = fc.oneof(
  names,
  texts,
  fc.jsonValue({ maxDepth: 2 }),
  fc.array(names, { maxLength: 3 }),
  fc.array(fc.record({ name: names, text: texts }), { maxLength: 2 }),
  fc.integer(),
);
const keys = ['scenario', 'file', 'policy', 'policies', 'files', 'set', 'runs', 'seed', 'observations', 'manifests'];
const moreKeys = [
  'result',
  'at',
  'vary',
  'budget',
  'actual',
  'measurements',
  'model',
  'runtimes',
  'measures',
  'reference',
];
const likely: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  scenario: fc.oneof(names, texts),
  file: fc.oneof(names, texts),
  policy: names,
  files: fc.array(fc.record({ name: names, text: texts }), { maxLength: 2 }),
  runs: fc.constant(1),
  manifests: fc.array(names, { minLength: 1, maxLength: 3 }),
};
const entries = fc
  .constantFrom(...keys, ...moreKeys)
  .chain((key) =>
    fc.oneof({ weight: 3, arbitrary: likely[key] ?? anything }, anything).map((value) => [key, value] as const),
  );
const calls = fc.record({
  tool: fc.constantFrom(
    ...['validate', 'inspect', 'run', 'compare', 'explain', 'decide', 'backtest', 'tune', 'verify', 'calibrate'],
  ),
  args: fc.array(entries, { maxLength: 4 }).map((list) => ({ ...Object.fromEntries(list), maxWallMs: 5_000 })),
});

it('whatever comes in is answered, as data, and tells nothing of what lies outside', async () => {
  await fc.assert(
    fc.asyncProperty(calls, async ({ tool, args }) => {
      const result = await client.call(tool, args, { timeout: 60_000 });
      const shown = JSON.stringify([tool, args]);
      expect(result.structuredContent, shown).toBeDefined();
      expect(codesOf(result), shown).not.toContain('internal-bug');
      expect(codesOf(result), shown).not.toContain('lost');
      expect(result.isError === true, shown).toBe('problems' in result.structuredContent);
      for (const problem of result.structuredContent.problems ?? []) {
        expect(Object.keys(problem).sort(), shown).toEqual(['code', 'fix', 'what', 'where', 'why']);
      }
      expect(JSON.stringify(result), shown).not.toContain('secretword');
      expect(JSON.stringify(result), shown).not.toContain('root:x:0');
    }),
    { numRuns: 40 },
  );
});
