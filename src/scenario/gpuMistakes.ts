import { suggestion } from '../base/nearest.js';
import { gpusOfModel } from '../fleet/models/gpusOf.js';
import type { Finding } from './finding.js';
import { gpusIn } from './gpusIn.js';
import type { Scenario } from './schema.js';

/** A budget of GPUs that no fleet can keep to or none takes of; counts of GPUs that the model does not have. */
export function gpuMistakes(scenario: Scenario): Finding[] {
  return [...budgetMistakes(scenario), ...importanceMistakes(scenario), ...unlikeModel(scenario)];
}

function budgetMistakes(scenario: Scenario): Finding[] {
  const { services, ai } = scenario;
  const budget = ai?.gpuBudget;
  if (budget === undefined) return [];
  const path = ['ai', 'gpuBudget'];
  const names = Object.keys(services);
  const taking = names.filter((name) => gpusIn(scenario, name) > 0);
  if (taking.length === 0) {
    return [
      {
        code: 'no-effect',
        path,
        what: 'stands where no service takes GPUs',
        why: 'Nobody would take of it.',
        fix: 'add `gpus` to an instance, or remove it.',
      },
    ];
  }
  const initial = taking.reduce((sum, name) => {
    const { scaling } = services[name];
    return sum + (scaling.initial === 'needed' ? scaling.min : scaling.initial) * gpusIn(scenario, name);
  }, 0);
  const most = taking.reduce((sum, name) => sum + services[name].scaling.max * gpusIn(scenario, name), 0);
  if (initial > budget) {
    return [
      {
        code: 'initial-exceeds-gpus',
        path,
        what: `is ${budget}, but the services begin with ${initial} GPUs`,
        why: 'The run would begin beyond what there is.',
        fix: `raise it to at least ${initial}, or lower \`scaling.initial\`.`,
      },
    ];
  }
  if (most > budget) return [];
  return [
    {
      code: 'no-effect',
      path,
      what: `is ${budget}, and the services take ${most} GPUs at most`,
      why: 'Nobody is ever short of one.',
      fix: `lower it below ${most}, raise \`scaling.max\`, or remove it.`,
      isWarning: true,
    },
  ];
}

function importanceMistakes(scenario: Scenario): Finding[] {
  const { services, ai } = scenario;
  const path = ['ai', 'importance'];
  if (ai?.importance === undefined) return [];
  if (ai.gpuBudget === undefined) {
    return [
      {
        code: 'no-effect',
        path,
        what: 'stands without `gpuBudget`',
        why: 'It says who gets GPUs while there are too few.',
        fix: 'add `gpuBudget`, or remove it.',
      },
    ];
  }
  const known = Object.keys(services);
  return Object.keys(ai.importance).flatMap((name): Finding[] => {
    if (known.includes(name) && gpusIn(scenario, name) > 0) return [];
    const isKnown = known.includes(name);
    return [
      {
        code: isKnown ? 'no-effect' : 'unknown-service',
        path: [...path, name],
        what: isKnown ? `is of ${name}, whose instances have no GPU` : `"${name}" is not a service`,
        why: 'It would have no effect.',
        fix: isKnown ? 'remove it.' : suggestion(name, known),
      },
    ];
  });
}

/** More GPUs than the model is split over stand idle, fewer do not hold it. */
function unlikeModel({ services, models = {} }: Scenario): Finding[] {
  return Object.entries(services).flatMap(([name, { instance }]): Finding[] => {
    const model = instance.model === undefined ? undefined : models[instance.model];
    const split = model?.step === undefined ? gpusOfModel(model) : undefined;
    if (instance.gpus === undefined || split === undefined || instance.gpus === split) return [];
    return [
      {
        code: 'gpus-differ',
        path: ['services', name, 'instance', 'gpus'],
        what: `is ${instance.gpus}, and its model runs on ${split}`,
        why: 'Its times and memory are those of the model; `gpus` only counts against `ai.gpuBudget` and in tokens a GPU-second.',
        fix: `write ${split}, or remove it.`,
        isWarning: true,
      },
    ];
  });
}
