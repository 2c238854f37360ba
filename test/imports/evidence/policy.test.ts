import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PolicyEvidence } from '../../../src/imports/evidence/policy/policyEvidence.js';
import { readEvidence } from '../../../src/imports/evidence/readEvidence.js';
import { root } from '../../support/runCli.js';
import { evidenceOf } from './evidenceOf.js';

const namesOf = ({ uses }: PolicyEvidence) =>
  uses.map(({ kind, name, value }) => `${kind} ${name}${value === null ? '' : ` ${value}`}`);

async function policyOf(text: string, name: string) {
  const { evidence, warnings, problems } = await evidenceOf({ [name]: text });
  expect(problems).toEqual([]);
  const [policy] = evidence;
  if (policy?.kind !== 'policy') throw new TypeError(`read as ${policy?.kind}`);
  return { policy, warnings };
}

describe('a policy as evidence', () => {
  it('tells the metrics, parameters, modules, hosts and variables of Lua', async () => {
    const { policy, warnings } = await policyOf(
      `-- params = { ghost = 1 }
local http = require("resty.http")
local url = "http://prometheus:9090/api/v1/query"
local token = os.getenv("TOKEN")
return {
  params = {
    target = 0.6, -- a share; not { a brace
    mode = "fast",
    isCareful = true,
  },
  decide = function(observation, context)
    local cpu = observation.metrics.cpu_utilization
    local old = observation.metrics["age_seconds"]
    return { desired = math.ceil(cpu / context.params.target) }
  end,
}
`,
      'policy.txt',
    );
    expect(policy.language).toBe('lua');
    expect(namesOf(policy)).toEqual([
      'metric cpu_utilization',
      'metric age_seconds',
      'parameter target 0.6',
      'parameter mode fast',
      'parameter isCareful true',
      'module resty.http',
      'host prometheus:9090',
      'environment TOKEN',
    ]);
    expect(policy.uses.find(({ name }) => name === 'target')?.lines).toEqual([7]);
    expect(warnings).toEqual([]);
  });

  it('tells those of TypeScript, comments aside', async () => {
    const { policy } = await policyOf(
      `import { definePolicy } from 'dryscale';
// import 'ghost'; const { error_rate } = observation.metrics
export default definePolicy({
  params: { perInstance: 25, span: '3m' },
  decide(observation, { params }) {
    const { request_rate, queue_depth = 0 } = observation.metrics;
    fetch('https://api.example/v1');
    return { desired: request_rate / params.perInstance };
  },
});`,
      'policy.txt',
    );
    expect(policy.language).toBe('typescript');
    expect(namesOf(policy)).toEqual([
      'metric request_rate',
      'metric queue_depth',
      'parameter perInstance 25',
      'parameter span 3m',
      'module dryscale',
      'host api.example',
    ]);
  });

  it('says from where on it cannot be read', async () => {
    const { warnings } = await policyOf('local a = 1\nlocal b = "open\n', 'policy.lua');
    expect(warnings).toEqual([
      expect.stringMatching(/^warn policy\.lua:2 from this line on it does not read as Lua; assumed nothing/),
    ]);
  });

  it('is not seen in a table or a text', async () => {
    for (const text of ['local time,requests\n2026-03-03 12:00,5\n2026-03-03 12:01,6\n', 'local news: functional\n']) {
      const { evidence } = await evidenceOf({ 'file.txt': text });
      expect(evidence.filter(({ kind }) => kind === 'policy')).toEqual([]);
    }
  });

  it('is told from every policy that comes along, by its content', async () => {
    const files = readdirSync(join(root, 'policies'), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(lua|ts)$/.test(name))
      .sort()
      .map((name) => join(root, 'policies', name));
    const { evidence, problems } = await readEvidence(files, { series: [] });
    expect(problems).toEqual([]);
    expect(evidence.map(({ kind, file }) => [file, kind])).toEqual(files.map((file) => [file, 'policy']));
    // Each reads a metric, or asks a host or a module of its own for one.
    for (const one of evidence) {
      if (one.kind === 'policy') expect(one.uses.length, one.file).toBeGreaterThan(0);
    }
  });
});
