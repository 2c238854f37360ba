import { escapeHtml } from '../escape.js';
/** Where the times of a scenario lead. */
export function timelineId({ scenario }) {
    return `timeline-${scenario}-0`;
}
/** The timeline of a service; the first one where there is none of that name. */
export function timelineIdOf({ scenario, charts }, service) {
    return `timeline-${scenario}-${Math.max(0, charts.timelines.findIndex((one) => one.service === service))}`;
}
/** Title and the grey line that says how to read what follows. */
export function headingHtml(context, { id, title, how }) {
    const tag = context.heading;
    const line = how === undefined ? '' : `<p class="how">${escapeHtml(how)}</p>`;
    return `<${tag} id="${id}-${context.scenario}">${escapeHtml(title)}</${tag}>${line}`;
}
/** A wide table that scrolls by itself, reachable by the keyboard; its label is unique on the page. */
export function scrollHtml({ heading, study }, label, table) {
    const name = heading === 'h2' ? label : `${label}, ${study.scenario.name}`;
    return `<div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(name)}">${table}</div>`;
}
