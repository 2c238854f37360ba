import { costs } from './patches/costs.js';
import { integerArguments } from './patches/integerArguments.js';
import { integerConstants } from './patches/integerConstants.js';
import { integerInstructions } from './patches/integerInstructions.js';
import { numberTexts } from './patches/numberTexts.js';
import { operationCosts } from './patches/operationCosts.js';
import { packedIntegers } from './patches/packedIntegers.js';
import { smallFixes } from './patches/smallFixes.js';
import { constructorSizes, createdSizes } from './patches/tableSizes.js';
/** Every change that is made to fengari's source while it loads. */
export const sourcePatches = [
    ...costs,
    ...smallFixes,
    numberTexts,
    operationCosts,
    constructorSizes,
    createdSizes,
    integerArguments,
    integerConstants,
    integerInstructions,
    packedIntegers,
];
