import { largestWaste } from './analysis/costParts.js';
import { decisionMarksOf } from './analysis/decisionMarks.js';
import { hindsightCostOf } from './analysis/hindsightCost.js';
import { comparisonOf, pairedRatio } from './analysis/paired.js';
import { shortagesOf } from './analysis/shortages.js';
import { meanOf, worstLimit } from './analysis/study.js';
import { countWord, formatCost, formatPercent, listOf, thinSpace } from './format.js';
import { limitText, limitValueText } from './html/measureText.js';
import { listPhrase } from './phrase.js';
import { heldInText } from './sloText.js';
import { confidenceText } from './verdictText.js';
/** The answer in at most two sentences; it claims only what the paired intervals show. */
export function headlineOf(study) {
    const { candidates, failures, limitCount, winner, reference } = study;
    if (candidates.length === 0 || reference === undefined) {
        return [
            failures.length === 1
                ? 'The policy failed; there is nothing to show.'
                : 'Every policy failed; there is nothing to show.',
        ];
    }
    if (study.isWithoutTraffic)
        return ['No request arrives in this run, so no limit can be judged.'];
    if (limitCount === 0)
        return withoutLimits(study);
    if (candidates.length === 1)
        return ofOne(reference, study);
    return winner === undefined ? noneMeets(reference, limitCount) : someMeet(winner, study);
}
function everyLimit(count) {
    return count === 1 ? 'the limit' : 'every limit';
}
function costOf(candidate, { money }) {
    const cost = meanOf(candidate, 'cost_usd');
    return cost === undefined || cost === 0 ? undefined : formatCost(cost, money);
}
function ofOne(candidate, study) {
    const { limitCount } = study;
    const cost = costOf(candidate, study);
    const price = cost === undefined ? '' : ` for ${cost}`;
    const worst = worstLimit(candidate);
    if (worst === undefined)
        return [{ policy: candidate.name }, ` meets ${everyLimit(limitCount)}${price}.`];
    const value = `${worst.label} ${limitValueText(candidate.policy, worst)} against ${limitText(worst)}`;
    const met = limitCount === 1 ? 'misses its limit' : `meets ${candidate.metCount} of ${limitCount} limits`;
    return [{ policy: candidate.name }, ` ${met}${price}: ${value}.`];
}
function noneMeets(closest, limitCount) {
    const worst = worstLimit(closest);
    const detail = worst === undefined ? '' : `: ${worst.label} ${limitValueText(closest.policy, worst)} against ${limitText(worst)}`;
    return [`No policy meets ${everyLimit(limitCount)}; `, { policy: closest.name }, ` comes closest${detail}.`];
}
function withoutLimits(study) {
    const { candidates, reference, hasCost } = study;
    const closing = ' No limits are set, so none is judged.';
    if (reference === undefined || candidates.length === 1 || !hasCost) {
        const names = candidates.map(({ name }) => ({ policy: name }));
        return [...listPhrase(names), ` ran.${closing}`];
    }
    const next = study.ranked.find((one) => one !== reference && !one.isOfHindsight);
    const tie = next === undefined ? undefined : tieOf(reference, next, study);
    if (next !== undefined && tie !== undefined) {
        return [...listPhrase([{ policy: reference.name }, { policy: next.name }]), ` cost least; ${tie}.${closing}`];
    }
    return [{ policy: reference.name }, ` costs least: ${costOf(reference, study) ?? 'nothing'}.${closing}`];
}
function someMeet(winner, study) {
    const meeting = study.ranked.filter(({ qualifies, isOfHindsight }) => qualifies && !isOfHindsight);
    const next = meeting.find((one) => one !== winner);
    const all = everyLimit(study.limitCount);
    if (!study.hasCost) {
        const names = meeting.map(({ name }) => ({ policy: name }));
        return [...listPhrase(names), ` ${names.length === 1 ? 'meets' : 'meet'} ${all}; no instance has a price.`];
    }
    const cost = costOf(winner, study) ?? '$0';
    if (next === undefined)
        return [{ policy: winner.name }, ` alone meets ${all}, for ${cost}.${cheaperSentence(winner, study)}`];
    const tie = tieOf(winner, next, study);
    if (tie !== undefined) {
        const both = meeting.length === 2 ? 'both meet' : 'meet';
        return [...listPhrase([{ policy: winner.name }, { policy: next.name }]), ` ${both} ${all}; ${tie}.`];
    }
    const saving = savingOf(winner, next);
    const less = saving === undefined ? '' : `, ${formatPercent(saving)} less than `;
    const rest = saving === undefined ? [] : [{ policy: next.name }];
    return [{ policy: winner.name }, ` meets ${all} for ${cost}${less}`, ...rest, `.${cheaperSentence(winner, study)}`];
}
/** Percent that a costs less than b, on the means. */
export function savingOf(a, b) {
    const [costA, costB] = [meanOf(a, 'cost_usd'), meanOf(b, 'cost_usd')];
    return costA === undefined || costB === undefined || costB === 0 ? undefined : (1 - costA / costB) * 100;
}
/** The words for two costs that the runs do not tell apart; undefined where they do, or where there is one run. */
function tieOf(a, b, study) {
    const row = comparisonOf('cost_usd', { a, b }, study);
    if (row === undefined || row.low === null || row.high === null)
        return undefined;
    const range = `${formatCost(row.low, study.money)} to ${formatCost(row.high, study.money)}`;
    if (row.verdict === 'no difference that matters')
        return `no cost difference that matters (${range})`;
    return row.verdict === 'undecided' ? `which costs less is undecided (${range})` : undefined;
}
/** Cheaper in a way that the paired runs show; with one run, as far as that one goes. */
export function isShownCheaper(a, b, study) {
    const row = comparisonOf('cost_usd', { a: b, b: a }, study);
    return row?.verdict === 'better' || (row?.low === null && (row.difference ?? 0) < 0);
}
function cheaperSentence(winner, study) {
    const { candidates, scenario } = study;
    const cheaper = candidates.filter((one) => !one.isOfHindsight && !one.qualifies && one !== winner && isShownCheaper(one, winner, study));
    if (cheaper.length === 0)
        return '';
    const missesSlo = (one) => one.policy.slo?.met === false;
    const what = scenario.slo !== null && cheaper.every(missesSlo) ? 'the SLO' : 'limits';
    if (cheaper.length === 1)
        return ` The cheaper ${cheaper[0].label} misses ${what}.`;
    return ` The ${countWord(cheaper.length)} cheaper policies miss ${what}.`;
}
/** How sure the headline is and where the chosen policy is weak. */
export function ledeOf(study) {
    const { winner, reference, runs } = study;
    if (reference === undefined)
        return [];
    if (study.isWithoutTraffic)
        return study.limitCount === 0 ? [] : ['A limit without data counts as missed; --allow-empty lets it pass.'];
    const parts = [
        ...(runs === 1 ? ['This is one run, so differences may be chance. '] : []),
        ...(winner === undefined ? [] : savingSentence(winner, study)),
        ...sloSentence(reference),
        ...straddleSentence(reference),
        ...boundSentence(reference, study),
        ...weakSpots(reference),
    ];
    return parts;
}
function savingSentence(winner, study) {
    const { ranked, limitCount } = study;
    const next = ranked.find((one) => one !== winner && !one.isOfHindsight && (one.qualifies || limitCount === 0));
    const ratio = next === undefined ? undefined : pairedRatio('cost_usd', { a: next, b: winner }, study);
    if (ratio === undefined || ratio.low === null || ratio.high === null || ratio.high >= 1)
        return [];
    const percent = (value) => ((1 - value) * 100).toFixed(1);
    const range = `${percent(ratio.high)} to ${percent(ratio.low)}${thinSpace}%`;
    return [
        `The saving is ${range} (${confidenceText(ratio.row, thinSpace)} interval, paired) and shows in ${ratio.lowerCount} of ${ratio.n} replications. `,
    ];
}
/** In how many runs the SLO held that is met over all of them. */
function sloSentence({ policy: { slo } }) {
    const held = slo?.met === true ? heldInText(slo) : undefined;
    return held === undefined ? [] : [`It meets the SLO ${held}. `];
}
/** Thresholds that hold on the mean but not in every replication. */
function straddleSentence({ limits, policy }) {
    const shaky = limits.flatMap(({ ok, measure, limit, operator, label, isSlo }) => {
        if (!ok || measure === undefined || isSlo)
            return [];
        const broken = policy.replications.filter(({ measures, nulls }) => {
            const value = measures[measure];
            if (typeof value !== 'number')
                return nulls?.[measure] === 'unanswered';
            return operator.startsWith('>') ? value < limit : operator.startsWith('<') && value > limit;
        }).length;
        return broken === 0 ? [] : [{ label, broken }];
    });
    if (shaky.length === 0)
        return [];
    const total = policy.replications.length;
    const named = listOf(shaky.map(({ label, broken }) => `${label} not in ${broken} of ${total} replications`));
    return [`Met on the mean, but ${named}. `];
}
function boundSentence(reference, study) {
    const [cost, least] = [meanOf(reference, 'cost_usd'), hindsightCostOf(study)];
    if (cost === undefined || least === undefined || cost < least)
        return [];
    const waste = largestWaste(reference);
    const largest = waste === undefined ? '' : `; its largest waste is ${waste.part.phrase}`;
    return [`${formatCost(cost - least, study.money)} above hindsight at 80${thinSpace}% use${largest}. `];
}
/** At most three events a reader should look at, in order of time. */
function weakSpots({ policy }) {
    const reversals = decisionMarksOf(policy).filter(({ isReversal }) => isReversal);
    const shortages = shortagesOf(policy).slice(0, 2);
    const spots = [];
    if (shortages.length > 0) {
        const times = shortages.map(({ fromSeconds }) => fromSeconds).sort((a, b) => a - b);
        spots.push(['short of instances at ', ...listPhrase(times.map((timeSeconds) => ({ timeSeconds })))]);
    }
    if (reversals.length > 0) {
        const times = reversals.slice(0, 2).map(({ timeSeconds }) => ({ timeSeconds }));
        const noun = reversals.length === 1 ? 'a reversal at ' : 'reversals at ';
        spots.push([noun, ...(reversals.length > 2 ? ['first '] : []), ...listPhrase(times)]);
    }
    if (spots.length === 0)
        return [];
    return ['Its weak spots: ', ...spots.flatMap((spot, index) => (index === 0 ? spot : ['; ', ...spot])), '.'];
}
