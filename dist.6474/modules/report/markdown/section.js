import { decisionChange } from '../../results/decisionChange.js';
import { judgedForBaseline, judgedForLimits, keepsLimits } from '../../results/judged.js';
import { measureOf } from '../../results/measures/index.js';
import { hasResults } from '../../results/results.js';
import { pastNames } from '../../results/revisionResult.js';
import { clockText } from '../clock.js';
import { formatInUnit, withGap } from '../format.js';
import { thresholdText } from '../gateText.js';
import { regressionText, regressionWord, unclearText } from '../regressionText.js';
import { robustnessText } from '../robustnessText.js';
import { sloOutcomeText } from '../sloText.js';
import { answerOf } from '../terminal/answer.js';
import { inkOf } from '../terminal/ink.js';
import { curveLines } from '../terminal/sparkline.js';
import { standingOf } from '../terminal/standing.js';
import { codeOf, codeSpan, fenced, plain } from './escape.js';
import { policyTable } from './table.js';
/** Whether nothing of a scenario fails the command. */
export function passes(scenario, gate) {
    const judged = judgedForLimits(scenario, gate);
    const forBaseline = judgedForBaseline(scenario, gate);
    const past = pastNames(scenario);
    const hasRegressed = scenario.baseline?.regressions.some((one) => regressionWord(one) === 'failed' && forBaseline.has(one.policy));
    return (hasRegressed !== true &&
        scenario.policies.every((policy) => hasResults(policy) ? !judged.has(policy.name) || keepsLimits(policy) : past.has(policy.name)));
}
/** A comment is narrower than most terminals, and a page shows the other curves. */
const [curveCount, curveWidth] = [4, 88];
/** One scenario: the answer, the table, and what it rests on. */
export function scenarioSection(scenario, gate, detail) {
    const reference = gate.reference ?? scenario.policies[0]?.name ?? '';
    const ran = scenario.policies.filter(hasResults);
    const ordered = [...ran.filter(({ name }) => name === reference), ...ran.filter(({ name }) => name !== reference)];
    const standings = ordered.map((policy) => standingOf(policy, scenario));
    const answer = answerOf(scenario, standings, reference);
    const robustness = robustnessText(scenario);
    const head = [
        '',
        `#### ${passes(scenario, gate) ? '✓' : '✗'} ${codeSpan(scenario.name)}`,
        '',
        `**${plain(answer.text)}**`,
        ...withGap(robustness === undefined ? [] : [plain(robustness)]),
    ];
    const failures = scenario.policies.flatMap((policy) => hasResults(policy) ? [] : [`- ${codeSpan(policy.name)} failed: ${plain(policy.failure.message.slice(0, 500))}`]);
    const limits = [...failures, ...missedLines(standings, scenario, gate)];
    const baseline = baselineLines(scenario, gate, detail);
    if (detail === 'short')
        return [...head, ...withGap(limits), ...withGap(baseline)];
    const drawn = detail === 'full' ? ordered.slice(0, curveCount) : [];
    const curves = curveLines(drawn, { scenario, unicode: true, ink: inkOf(false), width: curveWidth });
    return [
        ...head,
        ...withGap(policyTable({ scenario, standings, reference, chosen: answer.chosen })),
        ...withGap(limits),
        ...withGap(baseline),
        ...withGap(changeLines(scenario)),
        ...withGap(curves.length === 0 ? [] : fenced(curves)),
        ...(detail === 'full' ? withGap(referenceLines(scenario, ordered, reference)) : []),
    ];
}
/** Limits that are missed, the SLO and then the thresholds, the worst first; whether they decide. */
function missedLines(standings, scenario, gate) {
    const judged = judgedForLimits(scenario, gate);
    return standings.flatMap(({ policy, failedThresholds }) => {
        const note = judged.has(policy.name) ? '' : ' (not judged)';
        return [
            ...sloLines(policy, scenario, note),
            ...failedThresholds.map((threshold) => `- ${codeSpan(policy.name)} misses ${codeSpan(thresholdText(threshold))}${note}`),
        ];
    });
}
function sloLines({ name, slo: result }, { slo }, note) {
    if (slo === null || result === undefined || result.met)
        return [];
    const outcome = plain(sloOutcomeText(result, slo));
    return [`- ${codeSpan(name)} misses the SLO, ${outcome}${result.gate ? note : ' (only reported)'}`];
}
function baselineLines(scenario, gate, detail) {
    const { baseline, revision } = scenario;
    const sinceThen = (revision?.notes ?? []).map((note) => `- ${plain(note)}`);
    if (baseline === undefined)
        return sinceThen;
    const judged = judgedForBaseline(scenario, gate);
    const signs = { failed: '✗', warning: '!', ok: '✓' };
    const regressions = baseline.regressions.flatMap((one) => {
        const word = regressionWord(one);
        if (detail === 'short' && word === 'ok')
            return [];
        const note = word === 'failed' && !judged.has(one.policy) ? ' (not judged)' : '';
        return [`- ${signs[word]} ${plain(`${regressionText(one)}${unclearText(one)}`)}${note}`];
    });
    const ofBaseline = [
        ...baseline.notes,
        ...(baseline.unknown.length === 0 ? [] : [`Not in the baseline, so not judged: ${baseline.unknown.join(', ')}.`]),
    ].map((note) => `- ${plain(note)}`);
    const notes = [...sinceThen, ...ofBaseline];
    if (detail !== 'full')
        return [...regressions, ...notes];
    const rows = baseline.moved.map(({ policy, measure, baseline: before, value, verdict }) => movedRow({ policy, measure, before, after: value, verdict }));
    const changes = baseline.decisions.map(({ policy, before, after, first_change_s }) => decisionLine(policy, { before, after, first_change_s }, { other: 'before', start: scenario.start }));
    return [
        ...regressions,
        ...notes,
        ...movedTable(rows, revision === undefined ? 'baseline' : 'before'),
        ...withGap(changes),
    ];
}
/** The files that a pull request changed, as a diff: what the numbers above come from. */
function changeLines({ revision }) {
    return (revision?.changes ?? []).flatMap(({ path, former, diff }, index) => {
        const from = former === undefined ? '' : ` (was ${codeOf(former)})`;
        return [
            ...(index === 0 ? [] : ['']),
            `<details><summary>${codeOf(path)}${from} since ${codeOf(revision?.name ?? '')}</summary>`,
            '',
            ...fenced(diff.split('\n'), 'diff'),
            '',
            '</details>',
        ];
    });
}
/** What differs from the reference, as far as the paired runs show it. */
function referenceLines(scenario, ordered, reference) {
    const [first, ...others] = ordered;
    if (first?.name !== reference || others.length === 0)
        return [];
    const rows = scenario.comparisons.flatMap(({ b, measure, verdict }) => {
        const other = others.find(({ name }) => name === b);
        if (other === undefined || (verdict !== 'better' && verdict !== 'worse'))
            return [];
        const meanOf = (policy) => policy.measures[measure]?.mean ?? null;
        return [movedRow({ policy: b, measure, before: meanOf(first), after: meanOf(other), verdict })];
    });
    const changes = others.map((other) => decisionLine(other.name, decisionChange(first, other), {
        other: `of ${codeSpan(reference)}`,
        start: scenario.start,
    }));
    if (rows.length === 0)
        return changes;
    // Folded away: the table above has what most readers need.
    const title = `<details><summary>What moved against ${codeOf(reference)}</summary>`;
    return [title, ...movedTable(rows, reference), '', ...changes, '', '</details>'];
}
function movedRow({ policy, measure, before, after, verdict }) {
    const unit = measureOf(measure)?.unit ?? '';
    const show = (value) => (value === null ? 'unanswered' : plain(formatInUnit(value, unit)));
    return `| ${codeSpan(policy)} | ${codeSpan(measure)} | ${show(before)} | ${show(after)} | ${verdict} |`;
}
function movedTable(rows, before) {
    if (rows.length === 0)
        return [];
    return ['', `| policy | measure | ${codeSpan(before)} | now | |`, '|---|---|--:|--:|---|', ...rows];
}
function decisionLine(policy, { before, after, first_change_s }, { other, start }) {
    if (first_change_s === null) {
        const as = other === 'before' ? other : `that ${other}`;
        return `- ${codeSpan(policy)} decides as ${as} (${after} decisions in the run shown)`;
    }
    return `- ${codeSpan(policy)} decides differently from ${clockText(first_change_s, start)} on (${after} decisions, ${before} ${other})`;
}
