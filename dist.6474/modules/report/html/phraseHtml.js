import { clockText } from '../clock.js';
import { escapeHtml } from './escape.js';
import { placeClass } from './policyStyle.js';
/** A phrase as HTML: policies in their colour, times as links that zoom the timeline. */
export function phraseHtml(phrase, study, timelineId) {
    return phrase
        .map((part) => {
        if (typeof part === 'string')
            return escapeHtml(part);
        return 'policy' in part
            ? policyHtml(part.policy, study)
            : timeHtml(part.timeSeconds, timelineId, { start: study.scenario.start });
    })
        .join('');
}
/**
 * The name of a policy in its colour, as short as the page has it; whoever points at it sees all of it.
 *
 * @param isPick the page's script makes it a button that shows this policy alone
 */
export function policyHtml(name, { candidates, labels }, { isPick = false } = {}) {
    const candidate = candidates.find((one) => one.name === name);
    const label = labels.get(name) ?? name;
    const title = label === name ? '' : ` title="${escapeHtml(name)}"`;
    const text = breakable(label);
    if (candidate === undefined)
        return `<span class="policy"${title}>${text}</span>`;
    const pick = isPick ? ` data-pick="${candidate.place}"` : '';
    return `<span class="policy" style="color:${candidate.style.color}"${title}${pick}>${text}</span>`;
}
/** A long name breaks before the value of a parameter rather than within it; a short one needs no help. */
function breakable(label) {
    const text = escapeHtml(label);
    return label.length < 18 ? text : text.replace(/([?/=])/g, '$1<wbr>');
}
/** Attributes of a row or block that belongs to one policy. */
export function ofPolicy({ place }) {
    return ` class="p ${placeClass(place)}"`;
}
/** A time of the run; without the script a link to the timeline. */
export function timeHtml(seconds, timelineId, { withSeconds = false, start } = {}) {
    return `<a href="#${timelineId}" data-time="${seconds}">${clockText(seconds, start, { withSeconds })}</a>`;
}
