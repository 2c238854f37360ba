import { visibleJson, visibleLine } from '../../base/visible.js';
/** What such a file has in its head. */
export const sarifMark = /"name": "dryscale"/;
/**
 * Findings as SARIF, which code hosts and editors show beside the lines.
 *
 * Source: OASIS, Static Analysis Results Interchange Format 2.1.0 (errata 01); GitHub's page "SARIF support for code scanning"
 * for the texts that it requires of a rule.
 * @param pathOf a file's path as a code host names it
 */
export function sarif(findings, { version, pathOf }) {
    const codes = [...new Set(findings.map(({ problem }) => problem.code))].sort();
    const rules = codes.map((code) => ruleOf(code, findings));
    const run = {
        tool: { driver: { name: 'dryscale', version, rules } },
        // The columns of a parsed text, which counts as JavaScript does.
        columnKind: 'utf16CodeUnits',
        results: findings.map(({ level, problem, place }) => ({
            ruleId: problem.code,
            ruleIndex: codes.indexOf(problem.code),
            level,
            message: { text: messageText(`${problem.what}. ${problem.why} Fix: ${problem.fix}`) },
            locations: [
                {
                    physicalLocation: {
                        artifactLocation: { uri: uriOf(pathOf(place.file)) },
                        region: { startLine: place.line, startColumn: place.column },
                    },
                },
            ],
        })),
    };
    const $schema = 'https://json.schemastore.org/sarif-2.1.0.json';
    return `${visibleJson({ $schema, version: '2.1.0', runs: [run] }, 2)}\n`;
}
/** A text without links: SARIF has them in plain texts, too (3.11.6, `[text](target)`). */
function messageText(text) {
    return visibleLine(text).replaceAll('](', '] (');
}
/** A relative reference (RFC 3986): `#`, `?` and `:` of a file's name are no parts of it. */
function uriOf(path) {
    return path
        .replace(/\p{Cs}/gu, '\ufffd')
        .split('/')
        .map(encodeURIComponent)
        .join('/');
}
function ruleOf(code, findings) {
    const own = findings.filter(({ problem }) => problem.code === code);
    const words = code.replaceAll('-', ' ');
    const [{ level, problem }] = own;
    return {
        id: code,
        shortDescription: { text: words },
        fullDescription: { text: messageText(problem.why) },
        help: { text: messageText(problem.why) },
        defaultConfiguration: { level },
    };
}
