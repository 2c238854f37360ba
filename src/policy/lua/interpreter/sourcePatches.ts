import { callCosts } from './patches/callCosts.js';
import { closingCosts } from './patches/closingCosts.js';
import { fileNames } from './patches/fileNames.js';
import { gotoCosts } from './patches/gotoCosts.js';
import { handlerCosts } from './patches/handlerCosts.js';
import { integerArguments } from './patches/integerArguments.js';
import { integerConstants } from './patches/integerConstants.js';
import { integerInstructions } from './patches/integerInstructions.js';
import { integerLimits } from './patches/integerLimits.js';
import { integerRange } from './patches/integerRange.js';
import { levelCosts } from './patches/levelCosts.js';
import { nameSearchCosts } from './patches/nameSearchCosts.js';
import { noEnvironment } from './patches/noEnvironment.js';
import { noSprintf } from './patches/noSprintf.js';
import { numberBases } from './patches/numberBases.js';
import { numberTexts } from './patches/numberTexts.js';
import { operationCosts } from './patches/operationCosts.js';
import { packedIntegers } from './patches/packedIntegers.js';
import { parsingCosts } from './patches/parsingCosts.js';
import { constructorSizes, createdSizes } from './patches/tableSizes.js';
import { yieldMessage } from './patches/yieldMessage.js';
import type { SourcePatch } from './sourcePatch.js';

/** Every change that is made to fengari's source while it loads. */
export const sourcePatches: readonly SourcePatch[] = [
  callCosts,
  closingCosts,
  fileNames,
  gotoCosts,
  handlerCosts,
  levelCosts,
  nameSearchCosts,
  noEnvironment,
  noSprintf,
  numberTexts,
  operationCosts,
  parsingCosts,
  constructorSizes,
  createdSizes,
  integerArguments,
  integerConstants,
  integerInstructions,
  integerLimits,
  integerRange,
  numberBases,
  packedIntegers,
  yieldMessage,
];
