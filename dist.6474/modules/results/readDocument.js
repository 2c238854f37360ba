import { issueWords } from '../base/issueWords.js';
import { resultSchema } from './results.js';
/** Reads the text of a `report.json`. @returns the document, or why it is none */
export function readDocument(text, file) {
    const remake = 'make it again: dryscale compare ... --baseline FILE --update-baseline, or name a whole report.json.';
    const wrong = (code, what, why) => ({
        code,
        where: { file },
        what,
        why,
        fix: remake,
    });
    const value = parsed(text);
    if (value === undefined)
        return wrong('damaged-report', 'is not JSON', 'The file is damaged, cut off, or something else.');
    const format = typeof value === 'object' && value !== null && 'format' in value ? value.format : undefined;
    if (format !== 'dryscale-result/1') {
        const what = format === undefined ? 'is not a report of dryscale' : `has the format ${JSON.stringify(format).slice(0, 80)}`;
        return wrong('wrong-format', what, 'This version reads "dryscale-result/1".');
    }
    const result = resultSchema.safeParse(value);
    if (result.success)
        return result.data;
    const [issue] = result.error.issues;
    const path = issue.path.map(String).join('.');
    return wrong('damaged-report', `is damaged: ${path === '' ? 'the whole' : path} ${issueWords(issue)}`, 'A report has a fixed form.');
}
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
