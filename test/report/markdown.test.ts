import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeSpan, plain } from '../../src/report/markdown/escape.js';
import { markdown } from '../../src/report/markdown.js';
import { gateDocument, gateScenario, hostileName, policyWith } from '../support/gateDocument.js';
import { sampleTimeline } from '../support/samplePolicy.js';

const context = { color: false, unicode: true, verbose: false };
const render = (document = gateDocument()) =>
  markdown.render(document, { ...context, gate: { gate: 'all', reference: undefined } });

describe('the Markdown report', () => {
  it('begins with a mark for scripts and the verdict', () => {
    expect(render().split('\n').slice(0, 2)).toEqual(['<!-- dryscale -->', '### ✗ dryscale: failed']);
    const good = gateDocument([gateScenario([policyWith('p', [])])]);
    expect(render(good).split('\n')[1]).toBe('### ✓ dryscale: passed');
  });

  it('never says that half a comparison passed', () => {
    const good = gateDocument([gateScenario([policyWith('p', [])])]);
    const text = render({ ...good, interrupted: { completed: 3, total: 300 } });
    expect(text).toContain('### ! dryscale: interrupted\n\n**Partial: interrupted after 3 of 300 runs.');
    expect(text).not.toContain('passed');
  });

  it('has a table with a row a policy, the reference first', () => {
    const rows = render()
      .split('\n')
      .filter((line) => /^\| (\*\*)?`(now|tuned)` \| \d/.test(line.replaceAll('**', '')));
    expect(rows).toHaveLength(2);
    expect(rows[0]).toContain('`now`');
    expect(rows[1]).toContain('no difference that matters');
  });

  it('sets hindsight apart: last, named as what it is, without a verdict', () => {
    const policies = [
      { ...policyWith('oracle', []), source: 'oracle' },
      policyWith('now', []),
      policyWith('tuned', []),
    ];
    const rows = render(gateDocument([gateScenario(policies)]))
      .split('\n')
      .filter((line) => /^\| [^|]*`(now|tuned|oracle)`[^|]*\| \d/.test(line));
    expect(rows.at(-1)).toContain('| *hindsight at 80 % use* (`oracle`) |');
    expect(rows.at(-1)).not.toMatch(/better|worse/);
  });

  it('says which limits are missed, the worst first, and which do not decide', () => {
    const lines = render()
      .split('\n')
      .filter((line) => line.includes('misses `'));
    expect(lines).toEqual([
      '- `now` misses `cost_usd value<12 got 13 USD` (not judged)',
      '- `tuned` misses `latency_all_ms p(99)<800 got unanswered`',
      '- `tuned` misses `cost_usd value<12 got 13 USD`',
    ]);
  });

  it('says what moved against the baseline, and which decisions changed', () => {
    expect(render()).toContain('- ✗ cost\\_usd of tuned is 8.33 % worse than the baseline');
    expect(render()).toContain('| `tuned` | `cost_usd` | \\$12.0 | \\$13.0 | worse |');
    expect(render()).toContain('- `tuned` decides differently from 00:10:15 on (38 decisions, 40 before)');
    expect(render()).toContain('Not in the baseline, so not judged: now.');
  });

  it('draws needed and ready instances', () => {
    const policy = { ...policyWith('p', []), timeline: [sampleTimeline(3)] };
    expect(render(gateDocument([gateScenario([policy])]))).toMatch(/needed +▂+█+▂/);
  });

  it('fits a comment of GitHub, however many scenarios there are', () => {
    const scenarios = Array.from({ length: 800 }, (_, index) => ({
      ...gateDocument().scenarios[0],
      name: `scenario-${index}`,
    }));
    const text = render(gateDocument(scenarios));
    expect(text.length).toBeLessThanOrEqual(65_536);
    expect(text).toMatch(/\d+ more scenarios do not fit here/);
    const few = render(gateDocument(scenarios.slice(0, 40)));
    expect(few.length).toBeLessThanOrEqual(65_536);
    expect(few).toContain('scenario-39');
  });

  it('lets no name break the table, make a link, or notify anybody', () => {
    const text = render(gateDocument([gateScenario([policyWith(hostileName, []), policyWith('b', [])])]));
    const outsideCode = text.replace(/`[^`]*`/g, '').replaceAll('<!-- -->', '\u0000');
    expect(outsideCode).not.toMatch(/<script|(?<!\\)\]\(|@admin|http:\/\/|#1\b/);
    for (const row of text.split('\n').filter((line) => line.startsWith('| '))) {
      expect(row.replaceAll('\\|', '').split('|')).toHaveLength(8);
    }
  });
});

describe('escaping', () => {
  it.each([
    ['29.4 %', '29.4 %'],
    ['+$198', '+\\$198'],
    ['1. item', '1\\. item'],
    ['- item', '\\- item'],
    ['a_b', 'a\\_b'],
    ['@all', '@<!-- -->all'],
  ])('%s becomes %s', (text, escaped) => {
    expect(plain(text)).toBe(escaped);
  });

  it('keeps every text on one line, without an unescaped mark', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const escaped = plain(text)
          .replaceAll('<!-- -->', '')
          .replace(/\\[\\`*_{}[\]()|~$]/g, '');
        return !/[\n\r`*_{}[\]|~<>]/.test(escaped);
      }),
    );
  });

  it('ends a code span only at its end', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => /^`[^`\n]+`$/.test(codeSpan(text))));
  });
});
