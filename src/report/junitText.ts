import { visibleText } from '../base/visible.js';

/** A test as JUnit has it. */
export interface TestCase {
  readonly name: string;
  readonly failure?: { readonly type: string; readonly message: string };
  readonly error?: { readonly type: string; readonly message: string };
  readonly skipped?: string;
}

/** Tests that belong together, and what was tested. */
export interface TestSuite {
  readonly name: string;
  readonly properties: readonly (readonly [name: string, value: string | number])[];
  readonly cases: readonly TestCase[];
}

/** By which such a file is known. */
export const junitMark = /<testsuites name="dryscale"/;

/** JUnit XML. Times are 0: the same results must give the same bytes. */
export function junitText(suites: readonly TestSuite[]): string {
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

function suiteLines({ name: suite, properties, cases }: TestSuite): string[] {
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
function uniqueNames(cases: readonly TestCase[]): TestCase[] {
  const seen = new Map<string, number>();
  return cases.map((one) => {
    const count = (seen.get(one.name) ?? 0) + 1;
    seen.set(one.name, count);
    return count === 1 ? one : { ...one, name: `${one.name} (${count})` };
  });
}

function countsOf(cases: readonly TestCase[]): string {
  const count = (key: 'failure' | 'error' | 'skipped') => cases.filter((one) => one[key] !== undefined).length;
  return `tests="${cases.length}" failures="${count('failure')}" errors="${count('error')}" skipped="${count('skipped')}"`;
}

function caseLines({ name, failure, error, skipped }: TestCase, suite: string): string[] {
  const head = `    <testcase classname="${escapeXml(suite)}" name="${escapeXml(name)}" time="0"`;
  const wrong = failure ?? error;
  if (wrong !== undefined) {
    const element = failure === undefined ? 'error' : 'failure';
    const message = escapeXml(wrong.message);
    // Some readers show the message, others the body.
    const line = `<${element} message="${message}" type="${escapeXml(wrong.type)}">${message}</${element}>`;
    return [`${head}>`, `      ${line}`, '    </testcase>'];
  }
  if (skipped === undefined) return [`${head}/>`];
  return [`${head}>`, `      <skipped message="${escapeXml(skipped)}"/>`, '    </testcase>'];
}

/** Text for XML 1.0: what it forbids is shown as its code, lone surrogates too; a line feed of an attribute must be a reference. */
export function escapeXml(text: string): string {
  const allowed = visibleText(text).replace(
    /[\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return allowed
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/\n/g, '&#10;')
    .replace(/\t/g, '&#9;');
}
