import { meanOf } from './study.js';
/** What hindsight at 80 % use would pay: the policy `oracle` where it ran, else the measure; undefined without either. */
export function hindsightCostOf({ candidates, reference }) {
    const hindsight = candidates.find(({ isOfHindsight }) => isOfHindsight);
    if (hindsight !== undefined)
        return meanOf(hindsight, 'cost_usd');
    const usd = reference === undefined ? undefined : meanOf(reference, 'oracle_cost_usd');
    return usd === 0 ? undefined : usd;
}
