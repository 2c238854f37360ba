import { z } from 'zod';
import type { NamedFile } from '../files.js';
import { omitted } from './outputs.js';
import { defineTool } from './tool.js';

const list = z.array(
  z.object({
    name: z.string().describe('As the other tools take it.'),
    origin: z.enum(['root', 'dryscale']).describe('dryscale: comes with the program.'),
    form: z.string(),
    about: z.string().optional(),
  }),
);
const input = z.strictObject({});

export const listScenarios = defineTool({
  name: 'list_scenarios',
  title: 'List scenarios',
  description:
    'Answers the scenarios below the root and those that come with dryscale: traffic, services, startup, prices and SLO of one system, on which policies are simulated. No defaults; one that is listed may still have mistakes (validate).',
  input,
  output: z.object({ scenarios: list, omitted }),
  shorten: ['scenarios.about', 'scenarios'],
  async call(_, { shared }) {
    const scenarios = shared.files.list('scenario');
    return { text: linesOf(scenarios), structured: { scenarios } };
  },
});

export const listPolicies = defineTool({
  name: 'list_policies',
  title: 'List policies',
  description:
    'Answers the autoscaling policies below the root and those that come with dryscale: manifests (HorizontalPodAutoscaler, KEDA ScaledObject, AWS), Lua policies. Besides them static:N and none are policies.',
  input,
  output: z.object({ policies: list, omitted }),
  shorten: ['policies.about', 'policies'],
  async call(_, { shared }) {
    const policies = shared.files.list('policy');
    return { text: linesOf(policies), structured: { policies } };
  },
});

function linesOf(found: readonly NamedFile[]): string {
  if (found.length === 0) return 'none';
  return found.map(({ name, origin, form, about }) => `${name} (${form}, ${origin}): ${about}`).join('\n');
}
