import { shortestSuffixes } from '../base/shortestSuffixes.js';
import { counted, formatDuration, formatMilliseconds, formatNumber, listOf } from './format.js';
/** Names beside a count; more are for the page. */
const namesMax = 3;
/**
 * Whether the answer holds where the inputs are other than stated: `hpa is best in 196 of 200 plausible worlds (by chance
 * alone 199 of 200); flips if startup exceeds 140 s (you: 85 s, a guess).` Undefined without worlds.
 */
export function robustnessText({ robustness }) {
    if (robustness === undefined)
        return undefined;
    const { winner, against, worlds } = robustness;
    const row = robustness.policies.find(({ name }) => name === winner);
    if (row === undefined)
        return undefined;
    if (against === 'nothing') {
        return `${row.name} ran in ${counted(worlds, 'plausible world')}; no SLO and no thresholds are given, so there is nothing to hold.`;
    }
    const meets = meetsText(row, robustness);
    if (against === 'limits')
        return `${row.name} ${meets}; ${flipText(robustness, robustness.flips, 'misses them')}.`;
    const chance = ` (by chance alone ${countText(row.control.wins, robustness.control.runs)})`;
    const held = `The choice of ${row.name} held in ${countText(row.wins, worlds)} plausible worlds${chance}`;
    const misses = foundFlips(robustness, robustness.limit_flips ?? []);
    const why = misses.length === 0 ? '' : `, and misses them if ${misses.join(', or if ')}`;
    const also = row.meets === null || row.meets === 1 ? '' : ` It ${meets}${why}.`;
    return `${held}; ${flipText(robustness, robustness.flips, 'flips')}.${also}${rivalText(robustness)}${failureText(robustness)}`;
}
/** `meets the limits in 87 of 100 worlds (by chance alone 99 of 100)` */
function meetsText({ meets, control }, { worlds, control: { runs } }) {
    return `meets the limits in ${countText(meets ?? 0, worlds)} plausible worlds (by chance alone ${countText(control.meets ?? 0, runs)})`;
}
function countText(share, count) {
    return `${Math.round(share * count)} of ${count}`;
}
/** `flips if startup exceeds 140 s (you: 85 s, a guess)`, or that no input alone does it. */
function flipText(robustness, flips, verb) {
    const found = foundFlips(robustness, flips);
    if (found.length > 0)
        return `${verb} if ${found.join(', or if ')}`;
    return robustness.share === 1 ? 'no input in its range changes it' : 'no single input was found that decides it';
}
/** `startup exceeds 140 s (you: 85 s, a guess)` */
function foundFlips({ inputs }, flips) {
    const names = inputNames(inputs);
    return flips.flatMap(({ path, at, beyond }) => {
        const input = inputs.find((one) => one.path === path);
        if (input === undefined || at === null)
            return [];
        const side = beyond === 'above' ? 'exceeds' : 'is below';
        return [
            `${names.get(path)} ${side} ${amountText(input, at)} (you: ${amountText(input, input.value)}, ${basisText(input)})`,
        ];
    });
}
/** Where another policy wins more worlds than the one that is best at the stated values. */
function rivalText({ policies, winner, worlds }) {
    const own = policies.find(({ name }) => name === winner)?.wins ?? 0;
    const [most] = [...policies].sort((a, b) => b.wins - a.wins);
    return most === undefined || most.wins <= own
        ? ''
        : ` More often it is ${most.name}: ${countText(most.wins, worlds)}.`;
}
function failureText({ policies }) {
    return policies
        .flatMap(({ name, failed, failure }) => failed === undefined ? [] : [` ${name} failed in ${counted(failed, 'world')}: ${failure}`])
        .join('');
}
const basisWords = { guess: 'a guess', default: 'a default', asked: 'as asked' };
/** `a guess`, `measured` */
export function basisText({ basis }) {
    return basisWords[basis] ?? basis;
}
/** Seconds up to ten minutes in seconds, as people give startups. */
const plainSeconds = 600;
/** An amount in the unit of its input: `46 ms`, `140 s`, `1.5 GB`, `0.096`. */
export function amountText({ unit }, amount) {
    if (unit === 's' && amount < 1)
        return formatMilliseconds(amount * 1000);
    if (unit === 's')
        return amount <= plainSeconds ? `${formatNumber(amount)} s` : formatDuration(amount);
    if (unit === 'bytes')
        return amount >= 1e9 ? `${formatNumber(amount / 1e9)} GB` : `${formatNumber(amount / 1e6)} MB`;
    return formatNumber(amount);
}
/** The shortest ends of the paths that tell them apart: `startup`, or `web.startup` and `api.startup`. */
export function inputNames(inputs) {
    const paths = inputs.map(({ path }) => path);
    const names = shortestSuffixes(paths.map((path) => path.replaceAll('.', '/')));
    return new Map(paths.map((path, index) => [path, names[index].replaceAll('/', '.')]));
}
/** What the worlds do not cover, a sentence each: assumptions that were not drawn, worlds that are no scenario. */
export function uncoveredTexts({ robustness }) {
    if (robustness === undefined)
        return [];
    const { not_drawn, left_out = [], asked, worlds } = robustness;
    const kinds = [
        [not_drawn.without_range, 'without a range'],
        [not_drawn.no_number, 'of no number'],
        [not_drawn.given, 'given on the command line or by a manifest'],
    ];
    const parts = kinds.flatMap(([paths, words]) => paths.length === 0 ? [] : [`${paths.length} ${words} (${someOf(paths)})`]);
    const invalid = left_out.reduce((sum, { count }) => sum + count, 0);
    const missing = asked - invalid - worlds;
    return [
        ...(parts.length === 0 ? [] : [`Assumptions not drawn: ${parts.join(', ')}.`]),
        ...left_out.map(({ what, count }) => `${count} of ${asked} worlds are left out, for they are no valid scenario: ${what}.`),
        ...(missing > 0 ? [`${missing} of ${asked} worlds are missing: the comparison was interrupted.`] : []),
    ];
}
/** That the scenario knows ranges which nobody asked to draw; undefined where they were drawn, or there are none. */
export function unusedRangesText({ assumptions, robustness, }) {
    const ranged = assumptions.filter(({ low, high }) => low !== undefined || high !== undefined);
    if (robustness !== undefined || ranged.length === 0)
        return undefined;
    const paths = ranged.map(({ path }) => path);
    return `ranges not used: ${paths.length} (${someOf(paths)}); --uncertain draws from them`;
}
function someOf(paths) {
    const names = [...inputNames(paths.map((path) => ({ path }))).values()];
    return names.length <= namesMax
        ? listOf(names)
        : `${names.slice(0, namesMax).join(', ')} and ${names.length - namesMax} more`;
}
