import { suggestion } from '../base/nearest.js';
import { replicaNumbersOf, sheetOf } from '../fleet/models/modelServerOf.js';
import type { ModelSettings } from '../fleet/models/settings.js';
import type { Finding } from './finding.js';
import type { Scenario } from './schema.js';

/** Models without numbers, or that do not fit their GPUs. */
export function modelMistakes({ models = {} }: Scenario): Finding[] {
  return Object.entries(models).flatMap(([name, model]) => mistakesOf(model, ['models', name]));
}

function mistakesOf(model: ModelSettings, path: readonly string[]): Finding[] {
  const ways = (['preset', 'datasheet', 'step'] as const).filter((way) => model[way] !== undefined);
  if (ways.length !== 1) {
    return [
      {
        code: 'which-model-numbers',
        path,
        what: ways.length === 0 ? 'says nothing of how fast it is' : `has ${ways.join(' and ')}`,
        why: 'Times and memory come from exactly one of preset, datasheet and step.',
        fix: ways.length === 0 ? 'add `preset`; `dryscale models` lists them.' : 'keep one of them.',
      },
    ];
  }
  const sheet = sheetOf(model);
  if (sheet !== undefined && 'part' in sheet) {
    return [
      {
        code: 'unknown-model',
        path: model.preset === undefined ? [...path, 'datasheet', 'gpu'] : [...path, 'preset'],
        what: `"${sheet.part}" is not known`,
        why: 'Times and memory follow from the model and its GPU.',
        fix: suggestion(sheet.part, sheet.known),
      },
    ];
  }
  if (model.step !== undefined && model.kvTokens === undefined) {
    return [
      {
        code: 'kv-tokens-missing',
        path,
        what: 'has `step` and no `kvTokens`',
        why: 'How many requests run at once follows from the memory that their context takes.',
        fix: 'add `kvTokens`: GPU blocks of the server x 16.',
      },
    ];
  }
  if (replicaNumbersOf(model).kvBlocks > 0) return [];
  return [
    {
      code: 'weights-too-large',
      path,
      what: 'has no memory left for a single block of context beside its weights',
      why: 'The server would not start.',
      fix: 'use more or larger GPUs, or fewer bytes per weight; `dryscale models NAME` works the memory out.',
    },
  ];
}
