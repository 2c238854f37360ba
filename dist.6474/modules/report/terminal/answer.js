import { comparePolicies } from '../../results/comparisons.js';
import { hasResults } from '../../results/results.js';
import { listOf } from '../format.js';
import { withoutHindsight } from '../hindsight.js';
import { costText, hourText, moneyUnitOf } from '../money.js';
import { heldInText, shakyText, sloGoalText } from '../sloText.js';
import { percentText, spanText } from './numbers.js';
import { meanOf } from './standing.js';
/** What the runs say, in one or two sentences that the intervals support. `ran` has the reference first. */
export function answerOf(scenario, ran, reference) {
    const standings = withoutHindsight(ran, ({ policy }) => policy);
    const failed = scenario.policies.filter((policy) => !hasResults(policy));
    if (standings.length === 0)
        return { text: allFailed(failed), chosen: undefined };
    const goal = goalText(scenario, standings[0].policy);
    const unjudged = withoutRequests(standings, scenario);
    if (unjudged !== undefined)
        return { text: unjudged, chosen: undefined };
    if (standings.length === 1 && scenario.policies.length === 1 + failed.length) {
        const names = listOf(failed.map(({ name }) => name));
        const others = failed.length === 0 ? '' : ` Nothing is known of ${names}, which failed.`;
        return { text: `${answerForOne(standings[0], scenario)}${others}`, chosen: undefined };
    }
    if (goal === undefined)
        return answerWithoutGoal(standings, scenario, reference);
    const qualified = byCost(standings.filter(({ qualifies }) => qualifies));
    if (qualified.length === 0)
        return { text: nobody(standings, goal), chosen: undefined };
    const answer = answerAmong(qualified, standings, scenario, { goal, reference });
    const shaky = shakyText((answer.chosen === undefined ? qualified : qualified.slice(0, 1)).map(({ policy }) => policy));
    return shaky === '' ? answer : { ...answer, text: `${answer.text} The SLO is met by ${shaky}.` };
}
/** Where no policy had a request there is nothing to meet the SLO with, whatever `--allow-empty` lets pass. */
function withoutRequests(standings, { slo, warmup_s }) {
    const goal = slo === null ? '' : ` by the SLO (${sloGoalText(slo)})`;
    const isEmpty = ({ policy }) => meanOf(policy, 'requests_offered') === 0 || policy.slo?.reason === 'no requests';
    if (standings.every(isEmpty)) {
        const when = warmup_s > 0 ? ' after the warm-up' : '';
        const who = standings.length === 1 ? `${standings[0].policy.name} is not judged` : 'no policy is judged';
        return `No request arrives${when}, so ${who}${goal}. Check the rates under \`traffic\`.`;
    }
    if (slo === null || standings.some(({ policy }) => policy.slo?.good_share !== null))
        return undefined;
    const subject = standings.length === 1 ? standings[0].policy.name : 'every policy';
    return `Nothing is judged${goal} for ${subject}: ${standings[0].policy.slo?.reason}.`;
}
/** `the SLO (99 % under 300 ms)`, `all thresholds`, or both; undefined when nothing is asked for. */
function goalText({ slo }, { thresholds }) {
    const all = thresholds.length === 0 ? undefined : 'all thresholds';
    if (slo === null)
        return all;
    const text = `the SLO (${sloGoalText(slo)})`;
    return all === undefined ? text : `${text} and ${all}`;
}
function answerForOne(standing, scenario) {
    const { policy, goodShare, meetsSlo } = standing;
    const held = policy.slo === undefined ? undefined : heldInText(policy.slo);
    const slow = meetsSlo === false ? meanOf(policy, 'time_above_slo_s') : undefined;
    const cost = meanOf(policy, 'cost_usd');
    const facts = [
        goodShare === undefined ? policy.slo?.reason : `${percentText(goodShare)} % good`,
        held === undefined || meetsSlo === undefined ? undefined : `the SLO met ${held}`,
        slow === undefined ? undefined : `slow for ${spanText(slow)}`,
        cost === undefined || cost === 0
            ? undefined
            : `${costText(cost, moneyUnitOf(scenario))}${hourText(cost, moneyUnitOf(scenario))}`,
    ].filter((fact) => fact !== undefined);
    const head = [policy.name, ...verdictForOne(standing, scenario)].join(' ');
    return facts.length === 0 ? `${head}.` : `${head}: ${facts.join(', ')}.`;
}
/** `meets the SLO (99 % under 300 ms) and all thresholds`, `misses the SLO (...) and 2 of 3 thresholds`. */
function verdictForOne({ policy, meetsSlo, qualifies, failedThresholds }, scenario) {
    const goal = goalText(scenario, policy);
    if (qualifies || goal === undefined)
        return goal === undefined ? [] : [`meets ${goal}`];
    const count = failedThresholds.length;
    const missed = count === 0 ? '' : `${count} of ${policy.thresholds.length} thresholds`;
    if (scenario.slo === null)
        return [`misses ${missed}`];
    const sloText = goalText(scenario, { thresholds: [] });
    if (meetsSlo === true)
        return [`meets ${sloText} but misses ${missed}`];
    return [`misses ${sloText}${missed === '' ? '' : ` and ${missed}`}`];
}
function answerWithoutGoal(standings, scenario, reference) {
    const answer = answerAmong(byCost(standings), standings, scenario, { goal: '', reference });
    return { ...answer, text: `${answer.text} No SLO and no thresholds are given, so none is said to be good.` };
}
function answerAmong(qualified, all, scenario, { goal, reference }) {
    const [{ policy: best }, ...others] = qualified;
    const meets = goal === '' ? '' : ` that ${others.length === 0 ? 'meets' : 'meet'} ${goal}`;
    const isFree = (meanOf(best, 'cost_usd') ?? 0) === 0 && all.every(({ policy }) => (meanOf(policy, 'cost_usd') ?? 0) === 0);
    const against = isFree ? '' : againstReference(best, scenario, reference);
    if (others.length === 0) {
        return { text: `${best.name} is the only one${meets}${against}.`, chosen: best.name };
    }
    if (isFree) {
        const names = listOf(qualified.map(({ policy }) => policy.name));
        return {
            text: goal === '' ? `${names} ran; no instance has a price.` : `${names} meet ${goal}.`,
            chosen: undefined,
        };
    }
    const verdicts = others.map(({ policy }) => ({ name: policy.name, verdict: costVerdict(best, policy, scenario) }));
    const rivals = verdicts.filter(({ verdict }) => verdict !== 'worse');
    const oneRun = best.replications.length === 1 ? ' in this one run' : '';
    if (rivals.length > 0 && oneRun === '') {
        const names = listOf([best.name, ...rivals.map(({ name }) => name)]);
        const isAlike = rivals.every(({ verdict }) => verdict === 'no difference that matters');
        const tie = isAlike ? 'no difference in cost that matters' : 'which costs least is undecided';
        // Others meet it too and cost more: a sentence without them would say that they miss it.
        const isAll = rivals.length === others.length;
        const ofSome = isAlike ? `${tie} between ${names}` : `which of ${names} costs least is undecided`;
        const met = isAll ? `${names} meet ${goal}; ${tie}.` : `${qualified.length} policies meet ${goal}; ${ofSome}.`;
        const text = goal === '' ? `Of ${names}, ${tie}.` : met;
        return {
            text: goal === '' && isAlike ? `No difference in cost that matters between ${names}.` : text,
            chosen: undefined,
        };
    }
    const subject = goal === '' ? 'costs least' : `is the cheapest that meets ${goal}`;
    return { text: `${best.name} ${subject}${oneRun}${against}.`, chosen: best.name };
}
/** `: +$0.310/run against hpa`, as far as the intervals support it. */
function againstReference(best, scenario, reference) {
    if (best.name === reference)
        return '';
    const row = scenario.comparisons.find(({ b, measure }) => b === best.name && measure === 'cost_usd');
    if (row === undefined || row.difference === null)
        return '';
    if (row.verdict === 'no difference that matters')
        return `; no difference in cost that matters against ${reference}`;
    if (row.verdict === 'undecided' && row.low !== null)
        return `; its cost against ${reference} is undecided`;
    return `: ${costText(row.difference, moneyUnitOf(scenario), { signed: true })} against ${reference}`;
}
/** What the paired runs say of the cost of `b` against `a`. */
function costVerdict(a, b, { slo }) {
    return comparePolicies(a, b, { objective: slo?.objective }).find(({ measure }) => measure === 'cost_usd')?.verdict;
}
function nobody(standings, goal) {
    const withSlo = standings.filter(({ meetsSlo }) => meetsSlo === true);
    if (withSlo.length > 0) {
        const names = listOf(withSlo.map(({ policy }) => policy.name));
        const count = withSlo[0].failedThresholds.length;
        const which = withSlo.length === 1 ? `misses ${count} of ${withSlo[0].policy.thresholds.length} thresholds` : 'miss thresholds';
        const shaky = shakyText(withSlo.map(({ policy }) => policy));
        const held = shaky === '' ? '' : ` (${shaky})`;
        return `No policy meets ${goal}. ${names} ${withSlo.length === 1 ? 'keeps' : 'keep'} the SLO${held} but ${which}.`;
    }
    const best = [...standings].sort((a, b) => (b.goodShare ?? 0) - (a.goodShare ?? 0))[0];
    const share = best.goodShare === undefined
        ? ''
        : ` The highest good share is that of ${best.policy.name}: ${percentText(best.goodShare)} %${metText(best)}.`;
    return `No policy meets ${goal}.${share}`;
}
/** `, the SLO met in 3 of 10 runs` */
function metText({ policy: { slo } }) {
    const held = slo === undefined || slo.runs_met === 0 ? undefined : heldInText(slo);
    return held === undefined ? '' : `, the SLO met ${held}`;
}
function byCost(standings) {
    return [...standings].sort((a, b) => (meanOf(a.policy, 'cost_usd') ?? 0) - (meanOf(b.policy, 'cost_usd') ?? 0));
}
function allFailed(failed) {
    return failed.length === 1
        ? `${failed[0].name} failed; there is nothing to show.`
        : 'Every policy failed; there is nothing to show.';
}
