import { activityLints } from './activityLints.js';
import { countLints } from './countLints.js';
import { fallbackLints } from './fallbackLints.js';
import { formulaLints } from './formulaLints.js';
import { ignoredLints } from './ignoredLints.js';
import { queryLints } from './queryLints.js';
import { refusals } from './refusals.js';
import { scheduleLints } from './scheduleLints.js';
import { targetLints } from './targetLints.js';
/** Everything about a ScaledObject that surprises people, what KEDA refuses first. */
export function allLints(context) {
    const families = [
        refusals,
        targetLints,
        queryLints,
        scheduleLints,
        formulaLints,
        fallbackLints,
        activityLints,
        ignoredLints,
        countLints,
    ];
    return families.flatMap((family) => family(context));
}
