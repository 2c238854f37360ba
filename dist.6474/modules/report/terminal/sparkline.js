import { aboveSloOf, aboveSloOfService, overlaps } from '../aboveSlo.js';
import { clockTick, startOfDay } from '../clock.js';
import { fitName, fitNames } from '../policyNames.js';
import { threeDigits } from './numbers.js';
/** Characters of the names before a curve, and of a curve, at least and at most. */
const labelRange = [11, 28];
const cellRange = [24, 180];
const unicodeLevels = '▁▂▃▄▅▆▇█';
const asciiLevels = '_.:-=+*#';
const tickSeconds = [60, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400, 172_800, 604_800, 2_592_000];
/** Users wait; only instances are missing. A minute that is both says what users feel. */
const marks = {
    above: { sign: '!', text: '! = above the SLO' },
    short: { sign: '<', text: '< = fewer ready than needed' },
};
/** Needed and ready instances of the run shown over time, with a mark where the SLO is missed or instances are short. Empty without timelines. */
export function curveLines(policies, context) {
    const service = shownService(policies, context.scenario);
    const drawn = policies.flatMap((policy) => {
        const timeline = policy.timeline.find((candidate) => candidate.service === service);
        return timeline === undefined || timeline.ready.length === 0 ? [] : [{ policy, timeline }];
    });
    if (drawn.length === 0)
        return [];
    const range = drawn[0].timeline.needed.flatMap((value) => value ?? []);
    const [least, most] = [range.reduce((a, b) => Math.min(a, b), Infinity), range.reduce((a, b) => Math.max(a, b), 0)];
    const rangeText = range.length === 0 ? '' : `   ${threeDigits(least)} .. ${threeDigits(most)}`;
    const title = policies[0].timeline.length > 1 ? `of ${service}` : 'instances';
    const names = drawn.map(({ policy }) => policy.name);
    const labelWidth = 1 + clamp(Math.max(...[title, ...names].map((name) => [...name].length)), labelRange);
    const cellCount = clamp(context.width - 2 - labelWidth - Math.max(12, rangeText.length), cellRange);
    const labels = [fitName(title, labelWidth - 1), 'needed', ...fitNames(names, labelWidth - 1)];
    const [titleLabel, neededLabel, ...policyLabels] = labels.map((label) => `  ${label.padEnd(labelWidth)}`);
    const curves = drawn.map(({ policy, timeline }) => cellsOf(timeline, { aboveSlo: aboveSloOf(policy, context.scenario), cellCount }));
    const peak = Math.max(1, ...curves[0].map(({ needed }) => needed ?? 0), ...curves.flat().map(({ ready }) => ready));
    const lines = [`${titleLabel}${axis(context.scenario, cellCount)}`.trimEnd()];
    if (range.length > 0) {
        const neededCells = curves[0].map(({ needed }) => levelOf(needed, peak, context)).join('');
        lines.push(`${neededLabel}${neededCells}${rangeText}`);
    }
    for (const [index, cells] of curves.entries()) {
        lines.push(`${policyLabels[index]}${cells.map((cell) => cellText(cell, peak, context)).join('')}`.trimEnd());
    }
    const present = ['above', 'short'].filter((mark) => curves.some((cells) => cells.some((cell) => cell.mark === mark)));
    const whose = policies[0].timeline.length > 1 ? ' (all services together)' : '';
    const key = present.map((mark) => `${marks[mark].text}${mark === 'above' ? whose : ''}`);
    if (key.length > 0)
        lines.push(`  ${' '.repeat(labelWidth)}${key.join('   ')}`);
    return lines;
}
function cellText({ mark, ready }, peak, context) {
    if (mark === undefined)
        return levelOf(ready, peak, context);
    const { sign } = marks[mark];
    return mark === 'above' ? context.ink.bad(sign) : sign;
}
function levelOf(value, peak, { unicode }) {
    const levels = unicode ? unicodeLevels : asciiLevels;
    if (value === undefined || value <= 0)
        return ' ';
    return levels[Math.min(levels.length, Math.max(1, Math.ceil((value / peak) * levels.length))) - 1];
}
/** Of several services the one that is above the SLO longest, else the one that needs most: there is room for one. */
function shownService(policies, scenario) {
    const timelines = policies.flatMap(({ timeline }) => timeline);
    const names = [...new Set(timelines.map(({ service }) => service))];
    const sumOf = (service, of) => timelines.reduce((sum, timeline) => sum + (timeline.service === service ? of(timeline) : 0), 0);
    const peakOf = ({ needed, ready }) => needed.reduce((peak, value) => Math.max(peak, value ?? 0), 0) ||
        ready.reduce((peak, value) => Math.max(peak, value), 0);
    const slowOf = (timeline) => aboveSloOfService(timeline, scenario).reduce((sum, [from, until]) => sum + until - from, 0);
    return names.sort((a, b) => sumOf(b, slowOf) - sumOf(a, slowOf) || sumOf(b, peakOf) - sumOf(a, peakOf))[0];
}
/** A cell stands for its worst step: what is averaged over a quarter of an hour hides the minutes that hurt. */
function cellsOf({ step_s, needed, ready }, { aboveSlo, cellCount }) {
    return Array.from({ length: cellCount }, (_, cell) => {
        const from = Math.floor((cell * ready.length) / cellCount);
        const until = Math.max(from + 1, Math.floor(((cell + 1) * ready.length) / cellCount));
        const steps = Array.from({ length: until - from }, (_, index) => from + index);
        const spare = (step) => ready[step] - (needed[step] ?? 0);
        const worst = steps.reduce((a, b) => (spare(b) < spare(a) ? b : a));
        const needs = steps.flatMap((step) => needed[step] ?? []);
        const isShort = needed[worst] !== null && spare(worst) < 0;
        const isAbove = overlaps(aboveSlo, from * step_s, until * step_s);
        return {
            needed: needs.length === 0 ? undefined : needs.reduce((a, b) => Math.max(a, b)),
            ready: ready[worst],
            mark: isAbove ? 'above' : isShort ? 'short' : undefined,
        };
    });
}
/** Round times since the begin, or round times of the clock where the run has one. */
function axis({ duration_s: durationSeconds, start }, cellCount) {
    const step = tickSeconds.find((seconds) => durationSeconds / seconds <= 6.5) ?? durationSeconds;
    let line = '';
    const offset = startOfDay(start);
    for (let seconds = Math.ceil(offset / step) * step - offset; seconds <= durationSeconds; seconds += step) {
        const column = Math.round((seconds / durationSeconds) * cellCount);
        line = `${line.padEnd(column)}${start === undefined ? tickText(seconds, step) : clockTick(seconds, start)}`;
    }
    return line;
}
const clamp = (value, [least, most]) => Math.min(most, Math.max(least, value));
function tickText(seconds, step) {
    if (step >= 86_400)
        return `${seconds / 86_400}d`;
    return step >= 3600 ? `${seconds / 3600}h` : `${seconds / 60}m`;
}
