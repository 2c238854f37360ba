import { visibleText } from '../base/visible.js';
/** By which such a file is known. */
export const junitMark = /<testsuites name="dryscale"/;
/** JUnit XML. Times are 0: the same results must give the same bytes. */
export function junitText(suites) {
    const named = suites.map((suite) => ({ ...suite, cases: uniqueNames(suite.cases) }));
    const all = named.flatMap(({ cases }) => cases);
    return [
        '<?xml version="1.0" encoding="UTF-8"?>',
        `<testsuites name="dryscale" ${countsOf(all)} time="0">`,
        ...named.flatMap(suiteLines),
        '</testsuites>',
        '',
    ].join('\n');
}
function suiteLines({ name: suite, properties, cases }) {
    return [
        `  <testsuite name="${escapeXml(suite)}" ${countsOf(cases)} time="0">`,
        '    <properties>',
        ...properties.map(([name, value]) => `      <property name="${name}" value="${escapeXml(String(value))}"/>`),
        '    </properties>',
        ...cases.flatMap((one) => caseLines(one, suite)),
        '  </testsuite>',
    ];
}
/** Readers of JUnit tell cases apart by their names. */
function uniqueNames(cases) {
    const seen = new Map();
    return cases.map((one) => {
        const count = (seen.get(one.name) ?? 0) + 1;
        seen.set(one.name, count);
        return count === 1 ? one : { ...one, name: `${one.name} (${count})` };
    });
}
function countsOf(cases) {
    const count = (key) => cases.filter((one) => one[key] !== undefined).length;
    return `tests="${cases.length}" failures="${count('failure')}" errors="${count('error')}" skipped="${count('skipped')}"`;
}
function caseLines({ name, failure, error, skipped }, suite) {
    const head = `    <testcase classname="${escapeXml(suite)}" name="${escapeXml(name)}" time="0"`;
    const wrong = failure ?? error;
    if (wrong !== undefined) {
        const element = failure === undefined ? 'error' : 'failure';
        const message = escapeXml(wrong.message);
        // Some readers show the message, others the body.
        const line = `<${element} message="${message}" type="${escapeXml(wrong.type)}">${message}</${element}>`;
        return [`${head}>`, `      ${line}`, '    </testcase>'];
    }
    if (skipped === undefined)
        return [`${head}/>`];
    return [`${head}>`, `      <skipped message="${escapeXml(skipped)}"/>`, '    </testcase>'];
}
/** Text for XML 1.0: what it forbids is shown as its code, lone surrogates too; a line feed of an attribute must be a reference. */
export function escapeXml(text) {
    const allowed = visibleText(text).replace(/[\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
    return allowed
        .replace(/&/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(/>/g, '&gt;')
        .replace(/"/g, '&quot;')
        .replace(/\n/g, '&#10;')
        .replace(/\t/g, '&#9;');
}
