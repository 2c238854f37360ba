import { sheetOf } from './modelServerOf.js';
import type { ModelSettings } from './settings.js';

/** GPUs of one instance: as it says, else those over which its model is split, else one of a model server and none of others. */
export function gpusOf(instance: { readonly gpus?: number | undefined }, model: ModelSettings | undefined): number {
  return instance.gpus ?? gpusOfModel(model) ?? 0;
}

/** GPUs over which a model is split; undefined without one. */
export function gpusOfModel(model: ModelSettings | undefined): number | undefined {
  const sheet = model && sheetOf(model);
  if (sheet === undefined) return model && 1;
  return 'part' in sheet ? 1 : sheet.tensorParallel;
}
