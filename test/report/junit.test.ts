import { describe, expect, it } from 'vitest';
import { junit } from '../../src/report/junit.js';
import { escapeXml } from '../../src/report/junitText.js';
import { gateDocument, gateScenario, hostileName, policyWith } from '../support/gateDocument.js';

const context = { color: false, unicode: true, verbose: false };
const render = (document = gateDocument(), gate = 'all') =>
  junit.render(document, { ...context, gate: { gate, reference: undefined } });

/** Names of cases with what became of them. */
function casesOf(xml: string): string[] {
  return [...xml.matchAll(/<testcase classname="[^"]*" name="([^"]*)" time="0"(?:\/>|>\s*<(\w+))/g)].map(
    ([, name, child = 'passed']) => `${name} ${child}`,
  );
}

describe('the JUnit report', () => {
  it('has an error in each suite of an interrupted comparison, which ends with 105', () => {
    const document = { ...gateDocument(), interrupted: { completed: 3, total: 300 } };
    expect(casesOf(render(document))[0]).toBe('all runs error');
    expect(render(document)).toContain('interrupted after 3 of 300 runs');
  });

  it('has a suite a scenario and a case a policy and limit; what the gate does not judge is skipped', () => {
    expect(casesOf(render())).toEqual([
      'now: runs passed',
      'now: slo 99 % under 300 ms passed',
      'now: cost_usd value&lt;12 skipped',
      'tuned: runs passed',
      'tuned: slo 99 % under 300 ms passed',
      'tuned: cost_usd value&lt;12 failure',
      'tuned: latency_all_ms p(99)&lt;800 failure',
      'tuned: cost_usd within 5 % of the baseline failure',
      'broken: runs error',
    ]);
  });

  it('counts what it lists, in the suites and in all', () => {
    const counts = 'tests="9" failures="3" errors="1" skipped="1"';
    expect(render()).toContain(`<testsuites name="dryscale" ${counts} time="0">`);
    expect(render()).toContain(`<testsuite name="flash-sale" ${counts} time="0">`);
  });

  it('says the value and the limit, as a message and in the body', () => {
    const message = 'latency_all_ms p(99)&lt;800 got unanswered';
    expect(render()).toContain(`<failure message="${message}" type="threshold">${message}</failure>`);
    expect(render()).toContain('cost_usd value&lt;12 got 13 USD');
  });

  it.each([
    ['now', ['now: cost_usd value&lt;12 failure'], 'tuned: cost_usd value&lt;12 skipped'],
    ['any', ['now: cost_usd value&lt;12 failure', 'tuned: cost_usd value&lt;12 failure'], 'tuned: runs passed'],
  ])('follows --gate %s', (gate, failures, other) => {
    const cases = casesOf(render(gateDocument(), gate));
    for (const failure of failures) expect(cases).toContain(failure);
    expect(cases).toContain(other);
  });

  it('has seed, hash and runs as properties', () => {
    expect(render()).toContain('<property name="seed" value="1"/>');
    expect(render()).toContain('<property name="runs" value="2"/>');
  });

  it('gives every case of a suite a name of its own', () => {
    const twice = policyWith('p', [
      { metric: 'cost_usd', expression: 'value<12', value: 13, ok: false },
      { metric: 'cost_usd', expression: 'value<12', value: 13, ok: false },
    ]);
    const names = casesOf(render(gateDocument([gateScenario([twice])])));
    expect(new Set(names).size).toBe(names.length);
  });

  it('lets no name end an attribute or an element', () => {
    const xml = render(gateDocument([gateScenario([policyWith(hostileName, [])])]));
    expect(xml).not.toContain('<script>');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML forbids them.
    expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
    const outside = xml.replace(/"[^"<>]*"/g, '""');
    expect(
      outside.match(/<(?!\?xml|\/?(testsuites|testsuite|properties|property|testcase|failure|error|skipped)\b)/g),
    ).toBeNull();
  });

  it('shows what XML forbids as its code, and keeps what it allows', () => {
    expect(escapeXml('a\u0000b\ud800c\ufffe \u{1f600} ü')).toBe('a\\x00b\\ud800c\\ufffe \u{1f600} ü');
  });
});
