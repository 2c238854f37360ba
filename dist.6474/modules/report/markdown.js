import { counted } from './format.js';
import { codeSpan, fenced, plain } from './markdown/escape.js';
import { passes, scenarioSection } from './markdown/section.js';
import { partialText } from './partialText.js';
import { revisionRows } from './revisionText.js';
/** Characters of a comment on GitHub; GitLab takes more. */
const mostCharacters = 65_536;
/** Room for the line that says what is missing. */
const reserve = 300;
/** Of the summary over all scenarios. */
const mostRows = 100;
/** So that a script finds its own comment again. */
const marker = '<!-- dryscale -->';
/** A comment for a pull request, or the summary of a step: the verdict first, then what it rests on. */
export const markdown = {
    name: 'markdown',
    fileName: 'report.md',
    mark: /^<!-- dryscale -->/,
    render: (document, { gate = { gate: 'all', reference: undefined } }) => renderMarkdown(document, gate),
};
/** The most detail that fits: curves go first, then what moved, then whole scenarios. */
function renderMarkdown(document, gate) {
    const details = ['full', 'noCurves', 'short'];
    const head = headLines(document, gate);
    const foot = document.command === undefined ? [] : ['', 'Again:', '', ...fenced([document.command], 'sh')];
    for (const detail of details) {
        const text = joined([
            ...head,
            ...summaryLines(document, gate),
            ...document.scenarios.flatMap((one) => scenarioSection(one, gate, detail)),
            ...foot,
        ]);
        if (text.length <= mostCharacters)
            return text;
    }
    return shortened(document.scenarios, gate, head);
}
function headLines(document, gate) {
    const { scenarios } = document;
    const partial = partialText(document);
    if (partial !== undefined)
        return [marker, '### ! dryscale: interrupted', '', `**${partial}**`];
    const failed = scenarios.filter((scenario) => !passes(scenario, gate));
    const count = scenarios.length === 1 ? '' : ` ${scenarios.length - failed.length} of ${scenarios.length} scenarios`;
    return [
        marker,
        failed.length === 0
            ? `### ✓ dryscale:${count} passed`
            : `### ✗ dryscale:${count === '' ? ' failed' : `${count} passed`}`,
    ];
}
/** All scenarios against a revision at one glance; with one, its own table says the same. */
function summaryLines(document, gate) {
    const rows = revisionRows(document, gate);
    if (rows.length === 0 || document.scenarios.length < 2)
        return [];
    const signs = { failed: '✗', warning: '!', ok: '✓', '-': '' };
    return [
        '',
        '| | scenario | policy | bill | |',
        '|---|---|---|--:|---|',
        ...rows.slice(0, mostRows).map(({ word, scenario, policy, bill, what }) => {
            const cells = [signs[word], codeSpan(scenario), codeSpan(policy), plain(bill.replace('->', '→')), plain(what)];
            return `| ${cells.join(' | ')} |`;
        }),
        ...(rows.length > mostRows
            ? ['', `${counted(rows.length - mostRows, 'more policy', 'more policies')}: see below.`]
            : []),
    ];
}
/** Failed scenarios first: they are what the reader came for. */
function shortened(scenarios, gate, head) {
    const ordered = [
        ...scenarios.filter((scenario) => !passes(scenario, gate)),
        ...scenarios.filter((scenario) => passes(scenario, gate)),
    ];
    const lines = [...head];
    let length = joined(lines).length;
    for (const [index, scenario] of ordered.entries()) {
        const section = scenarioSection(scenario, gate, 'short');
        const added = joined(section).length;
        if (length + added > mostCharacters - reserve) {
            return joined([
                ...lines,
                '',
                `${counted(ordered.length - index, 'more scenario does', 'more scenarios do')} not fit here: see the report.`,
            ]);
        }
        lines.push(...section);
        length += added;
    }
    return joined(lines);
}
function joined(lines) {
    return `${lines.join('\n')}\n`;
}
