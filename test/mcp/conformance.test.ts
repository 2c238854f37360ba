import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mcpConnections } from '../support/mcpConnections.js';
import { root } from '../support/runCli.js';

const baseline = readFileSync(join(root, 'test/mcp/conformance.yaml'), 'utf8');
const page = readFileSync(join(root, 'docs/mcp.md'), 'utf8');
const [, both = '', old = '', now = ''] = baseline.split(/^ {2}# (?:Both revisions|2025-11-25|2026-07-28)\n/m);

/** Scenarios of which checks fail, by their reason. */
function scenariosIn(lines: string): Readonly<Record<string, Set<string>>> {
  const found = { fixture: new Set<string>(), unused: new Set<string>() };
  for (const [, scenario, , reason] of lines.matchAll(/^ {2}- ([\w-]+):([\w-]+) # (fixture|unused): ./gm)) {
    found[reason as 'fixture' | 'unused'].add(scenario); // safe: by the pattern
  }
  return found;
}

describe('what the conformance suite may find failing', () => {
  it('has a reason on each line, and no line twice', () => {
    const lines = baseline.split('\n').filter((line) => line.startsWith('  - '));
    expect(lines.filter((line) => !/^ {2}- [\w-]+:[\w-]+ # (fixture|unused): \S/.test(line))).toEqual([]);
    expect(new Set(lines.map((line) => line.split(' #')[0])).size).toBe(lines.length);
  });

  it.each([
    ['2025-11-25', both + old],
    ['2026-07-28', both + now],
  ])('of %s is what the table of the manual says', (revision, lines) => {
    const row = new RegExp(`^\\| ${revision} \\| (\\d+) \\| (\\d+) \\| (\\d+) \\| (\\d+) \\|$`, 'm').exec(page) ?? [];
    const [required, passed, fixture, unused] = row.slice(1).map(Number);
    const { fixture: needFixture, unused: areUnused } = scenariosIn(lines);
    expect([fixture, unused]).toEqual([needFixture.size, areUnused.size]);
    expect(passed + fixture + unused).toBe(required);
  });
});

it.each(Object.entries(mcpConnections))('a client %s is promised no notes that are never sent', async (_, connect) => {
  const client = await connect({});
  const { tools, resources, prompts } = client.getServerCapabilities() ?? {};
  await client.close();
  expect([tools, resources, prompts]).toEqual(Array(3).fill({ listChanged: false }));
});
