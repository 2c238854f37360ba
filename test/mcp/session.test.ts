// @module-tag ci
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { newClient, textOf } from '../support/mcpClients.js';
import { root as packageRoot, temporaryFolder } from '../support/runCli.js';

const page = join(packageRoot, 'docs/mcp.md');
const shop = `# A shop whose traffic triples within two minutes.
name: shop
duration: 20m
warmup: 2m
traffic:
  users:
    executor: ramping-arrival-rate
    startRate: 40
    stages: [{ duration: 6m, target: 40 }, { duration: 2m, target: 120 }, { duration: 12m, target: 120 }]
requests: { page: { route: web, cpu: { exponential: { mean: 20ms } } } }
services:
  web:
    instance: { vcpus: 1, cpuRequest: 1, concurrency: 50, queue: 50, startup: 40s, price: 0.05 }
    scaling: { min: 1, max: 10, initial: 2 }
gateway: { queue: { limit: 500, timeout: 5s } }
slo: { latency: 500ms, objective: 0.95 }
`;
const fixed = shop.replace(' queue: 50,', '');
const hpa = `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
  minReplicas: 2
  maxReplicas: 10
  metrics:
    - type: Resource
      resource: { name: cpu, target: { type: Utilization, averageUtilization: 80 } }
`;
const folder = temporaryFolder({ 'shop.yaml': shop, 'hpa.yaml': hpa });
afterAll(() => folder.remove());

/** The page's own words about texts that are handed over. */
const shownArgs = (args: Record<string, unknown>) =>
  JSON.stringify(args)
    .replaceAll(JSON.stringify(fixed), '"<shop.yaml without queue: 50>"')
    .replaceAll(JSON.stringify(hpa.replace('80 }', '60 }')), '"<hpa.yaml with 60>"')
    .replace(/[0-9a-f]{64}/, (id) => `${id.slice(0, 8)}...`);

it('the session of the manual is what an agent sees', async () => {
  const client = await newClient(['--root', folder.path]);
  const parts: string[] = [];
  const ask = async (name: string, args: Record<string, unknown>, most = 24) => {
    const result = await client.call(name, args);
    const lines = textOf(result)
      .split('\n')
      .filter((line) => !/^ +(report|again|written) |^ {17}--/.test(line))
      .map((line) => line.trimEnd());
    const shown = [...lines.slice(0, most), ...(lines.length > most ? ['...'] : [])].join('\n').trimEnd();
    parts.push(`\`${name} ${shownArgs(args)}\`\n\n\`\`\`text\n${shown}\n\`\`\`\n`);
    return result;
  };
  await ask('list_scenarios', {}, 1);
  const broken = await ask('validate', { file: 'shop.yaml' });
  expect(broken.isError).toBe(true);
  const files = [{ name: 'shop.yaml', text: fixed }];
  await ask('validate', { file: 'shop.yaml', files });
  const changed = { name: 'changed.yaml', text: hpa.replace('80 }', '60 }') };
  const policies = ['hpa.yaml', 'changed.yaml'];
  const compared = await ask('compare', { scenario: 'shop.yaml', policies, runs: 5, files: [...files, changed] });
  expect(compared.structuredContent.policies.map(({ keeps_limits: kept }: { keeps_limits: boolean }) => kept)).toEqual([
    false,
    true,
  ]);
  await ask('explain', { result: compared.structuredContent.result, at: '8m', policy: 'hpa' });
  const vary = ['averageUtilization=60,80'];
  const tuned = await ask('tune', { scenario: 'shop.yaml', policy: 'hpa.yaml', vary, budget: 80, files }, 40);
  expect(tuned.structuredContent.deployment.diff).toContain(
    '+      resource: { name: cpu, target: { type: Utilization, averageUtilization: 60 } }',
  );
  await client.close();
  const [head, , rest] = readFileSync(page, 'utf8').split(/(<!-- session -->\n[\s\S]*?<!-- end -->\n)/);
  const wanted = `${head}<!-- session -->\n${parts.join('\n')}<!-- end -->\n${rest}`;
  if (process.env.DRYSCALE_UPDATE_GOLDEN === '1') writeFileSync(page, wanted);
  expect(readFileSync(page, 'utf8')).toBe(wanted);
});
