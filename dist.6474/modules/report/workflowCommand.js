import { visibleText } from '../base/visible.js';
/** GitHub shows ten annotations of each level a step. */
export const annotationLimit = 10;
/** The command as GitHub's own toolkit writes it. */
export function workflowCommand({ level, place, title, message }) {
    const properties = [
        ...(place === undefined ? [] : [`file=${escapeProperty(place.file)}`]),
        ...(place?.line === undefined ? [] : [`line=${place.line}`]),
        ...(place?.column === undefined ? [] : [`col=${place.column}`]),
        `title=${escapeProperty(title)}`,
    ];
    return `::${level} ${properties.join(',')}::${escapeData(message)}`;
}
/** A line feed would end the command, and begin one of somebody else; a log is a terminal, too. */
function escapeData(text) {
    return visibleText(text).replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}
function escapeProperty(text) {
    return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
