import { noEnvironment } from './patches/noEnvironment.js';
import { noSprintf } from './patches/noSprintf.js';
import { numberTexts } from './patches/numberTexts.js';
import { constructorSizes, createdSizes } from './patches/tableSizes.js';
import type { SourcePatch } from './sourcePatch.js';

/** Every change that is made to fengari's source while it loads. */
export const sourcePatches: readonly SourcePatch[] = [
  noEnvironment,
  noSprintf,
  numberTexts,
  constructorSizes,
  createdSizes,
];
