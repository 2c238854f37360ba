import { visibleLine, visibleText } from '../../base/visible.js';
import { escapeHtml } from '../html/escape.js';
/** An empty comment: parts a word for the page that would make a link of it, and shows nothing. */
const nothing = '<!-- -->';
/**
 * Text without any meaning in Markdown: no emphasis, link, HTML, mention, reference, or cell of a table.
 *
 * Sources: GitHub Flavored Markdown 0.29, 6.9 (extended autolinks); GitHub's page "Autolinked references and URLs"; GitLab's page
 * "GitLab Flavored Markdown", "GitLab-specific references": they are looked for in the text of the page, where no backslash is left.
 */
export function plain(text) {
    return oneLine(text)
        .replace(/&/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(/>/g, '&gt;')
        .replaceAll('`', "'")
        .replace(/[\\*_{}[\]()|~$]/g, '\\$&')
        .replace(/(?:[@#!]|&amp;|\bGH-)(?=\w)/gi, `$&${nothing}`)
        .replace(/\b(?=\d*[a-f])(?=[0-9a-f]{7,40}\b)[0-9a-f]{4}/gi, `$&${nothing}`)
        .replace(/:\/\//g, `:${nothing}//`)
        .replace(/\bwww\./gi, `$&${nothing}`)
        .replace(/^([-+=])(?=\s|$)/, '\\$1')
        .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2');
}
/** A name as code: it is shown as it is, and notifies nobody. */
export function codeSpan(text) {
    return `\`${oneLine(text).replaceAll('`', "'").replaceAll('|', '\\|')}\``;
}
/** Lines as they are, inside a fence that is longer than all backticks in them. */
export function fenced(lines, language = 'text') {
    const shown = lines.map(visibleLine);
    const longest = Math.max(2, ...(shown
        .join('\n')
        .match(/`+/g)
        ?.map(({ length }) => length) ?? []));
    const fence = '`'.repeat(longest + 1);
    return [`${fence}${language}`, ...shown, fence];
}
/** A name as code inside a block of HTML, where Markdown has no meaning. */
export function codeOf(text) {
    return `<code>${escapeHtml(oneLine(text))}</code>`;
}
function oneLine(text) {
    const shown = visibleText(text).replace(/\s+/g, ' ').trim();
    return shown === '' ? '(no name)' : shown;
}
