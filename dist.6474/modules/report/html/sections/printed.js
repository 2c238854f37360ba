import { hasResults } from '../../../results/results.js';
import { printedHead } from '../../printedLines.js';
import { shownRunName } from '../../shownRun.js';
import { escapeHtml } from '../escape.js';
import { policyHtml, timeHtml } from '../phraseHtml.js';
import { headingHtml, scrollHtml, timelineIdOf } from './section.js';
/** What the policies said themselves, in the run shown: the last lines of each. */
export function printedSection(context) {
    const { scenario } = context.study;
    const blocks = scenario.policies.flatMap((policy) => {
        const log = hasResults(policy) ? policy.log : policy.failure.log;
        return log === undefined ? [] : [blockHtml(policy.name, log, context)];
    });
    if (blocks.length === 0)
        return '';
    const run = shownRunName(scenario);
    const how = `Lines of print, dryscale.log and console.log${run === undefined ? '' : ` in ${run}`}; --events writes all of them.`;
    return `<section>${headingHtml(context, { id: 'printed', title: 'What the policies printed', how })}${blocks.join('\n')}</section>`;
}
function blockHtml(name, log, context) {
    const { start } = context.study.scenario;
    const hasServices = new Set(log.lines.map(({ service }) => service)).size > 1;
    const hasControllers = log.lines.some(({ controller }) => controller !== undefined);
    const rows = log.lines.map(({ time_s, service, controller, text }) => {
        const cells = [
            timeHtml(time_s, timelineIdOf(context, service), { withSeconds: true, start }),
            ...(hasServices ? [escapeHtml(service)] : []),
            ...(hasControllers ? [controller === undefined ? '' : `controller ${controller}`] : []),
        ];
        return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}<td class="printed">${escapeHtml(text)}</td></tr>`;
    });
    const summary = `${policyHtml(name, context.study)} ${printedHead(log, log.lines.length).replace(/:$/, '')}`;
    return `<details><summary>${summary}</summary>${scrollHtml(context, `Lines of ${name}`, `<table class="log"><tbody>${rows.join('\n')}</tbody></table>`)}</details>`;
}
