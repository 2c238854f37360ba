import { suggestion } from '../base/nearest.js';
import { defaultSequences, defaultTokenBudget } from '../fleet/models/modelServerOf.js';
import type { Finding } from './finding.js';
import { gatewayOf } from './gatewayOf.js';
import type { Scenario } from './schema.js';

type Instance = Scenario['services'][string]['instance'];

/** Services of model servers that say what such a server does not have, and what only it has elsewhere. */
export function modelServiceMistakes(scenario: Scenario): Finding[] {
  const { services, models = {} } = scenario;
  return Object.entries(services).flatMap(([name, { instance }]): Finding[] => {
    const path = ['services', name, 'instance'];
    if (instance.model === undefined) return withoutModel(instance, path);
    const known = Object.keys(models);
    if (!known.includes(instance.model)) {
      return [
        {
          code: 'unknown-model',
          path: [...path, 'model'],
          what: `"${instance.model}" is not one of \`models\``,
          why: 'How fast the server is follows from its model.',
          fix: known.length === 0 ? 'add it under `models`.' : suggestion(instance.model, known),
        },
      ];
    }
    return [
      ...processorKeys(instance, path),
      ...budgetMistakes(instance, path),
      ...scalingOf(scenario, name),
      ...checksWithCpu(scenario, name),
    ];
  });
}

const ownKeys = ['maxSequences', 'tokenBudget', 'admit', 'prefixCache', 'discipline'] as const;

function withoutModel(instance: Instance, path: readonly string[]): Finding[] {
  return ownKeys
    .filter((key) => instance[key] !== undefined)
    .map((key) => ({
      code: 'needs-a-model',
      path: [...path, key],
      what: 'is of a model server, and the instance has no `model`',
      why: 'It would have no effect.',
      fix: 'add `model`, or remove it.',
    }));
}

/** A model server has its own queue, and a GPU in the place of processors. */
function processorKeys(instance: Instance, path: readonly string[]): Finding[] {
  const given = (['speed', 'concurrency', 'queue', 'baseCpu', 'startupCpu', 'slowStart'] as const).filter(
    (key) => instance[key] !== undefined,
  );
  const keys = [...(instance.vcpus === 1 ? [] : ['vcpus']), ...given, ...(instance.dropExpired ? ['dropExpired'] : [])];
  return keys.map((key) => ({
    code: 'model-and-processors',
    path: [...path, key],
    what: 'stands beside `model`',
    why: 'A model server is not limited by processors and slots: `maxSequences`, `tokenBudget` and its KV memory limit it, and requests wait inside of it.',
    fix: 'remove one of the two.',
  }));
}

function budgetMistakes(instance: Instance, path: readonly string[]): Finding[] {
  const { maxSequences = defaultSequences, tokenBudget = defaultTokenBudget } = instance;
  if (tokenBudget >= maxSequences) return [];
  return [
    {
      code: 'token-budget-too-small',
      path: [...path, instance.tokenBudget === undefined ? 'maxSequences' : 'tokenBudget'],
      what: `leaves ${tokenBudget} tokens an iteration for ${maxSequences} sequences`,
      why: 'Each of them takes a token in every iteration; vLLM does not start like this.',
      fix: `make \`tokenBudget\` at least ${maxSequences}, or lower \`maxSequences\`.`,
    },
  ];
}

function scalingOf({ services, faults }: Scenario, name: string): Finding[] {
  const { scaling } = services[name];
  const found: Finding[] = [];
  const path = ['services', name, 'scaling'];
  if (scaling.perRequest !== undefined)
    found.push({
      code: 'model-per-request',
      path: [...path, 'perRequest'],
      what: 'stands beside a `model`',
      why: 'One instance would serve one request at a time; a model server lives by its batch.',
      fix: 'remove one of the two.',
    });
  if (scaling.initial === 'needed')
    found.push({
      code: 'model-needed-unknown',
      path: [...path, 'initial'],
      what: 'is `needed`, and what a model server needs is not known before it runs',
      why: 'Its throughput follows from the batch that forms.',
      fix: 'write a number.',
    });
  const isStruck = (service: string | undefined) => service === name || Object.keys(services).length === 1;
  for (const [index, fault] of faults.entries()) {
    if (fault.kind !== 'slow' || !isStruck(fault.service)) continue;
    found.push({
      code: 'not-supported-yet',
      path: ['faults', index, 'kind'],
      what: '`slow` does not strike model servers yet',
      why: 'Ignoring it would make the results wrong.',
      fix: 'remove it, or use `pause`.',
    });
  }
  return found;
}

function checksWithCpu(scenario: Scenario, name: string): Finding[] {
  const probes = Object.entries(scenario.services[name].instance.probes ?? {})
    .filter(([, probe]) => (probe?.cpu ?? 0) > 0)
    .map(([kind]) => ['services', name, 'instance', 'probes', kind, 'cpu']);
  const { healthCheck } = gatewayOf(scenario, name);
  const own = scenario.services[name].gateway?.healthCheck === undefined ? [] : ['services', name];
  const checks = (healthCheck?.cpu ?? 0) > 0 ? [[...own, 'gateway', 'healthCheck', 'cpu']] : [];
  return [...probes, ...checks].map((path) => ({
    code: 'model-and-processors',
    path,
    what: `takes processors of ${name}, which is a model server`,
    why: 'A model server answers checks beside its GPU, and has no processors here.',
    fix: 'remove `cpu`.',
  }));
}
