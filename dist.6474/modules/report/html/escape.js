import { visibleText } from '../../base/visible.js';
/** Text made inert for HTML content and quoted attributes; control characters are shown as their code, never sent. */
export function escapeHtml(text) {
    return visibleText(text)
        .replace(/&/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(/>/g, '&gt;')
        .replace(/"/g, '&quot;')
        .replace(/'/g, '&#39;');
}
/** JSON for a script element of type application/json: no `<` can end the element or open a comment. */
export function jsonForScript(value) {
    return JSON.stringify(value)
        .replace(/</g, '\\u003c')
        .replace(/\u2028/g, '\\u2028')
        .replace(/\u2029/g, '\\u2029');
}
