import { describe, expect, it } from 'vitest';
import { githubAnnotations } from '../../src/report/github.js';
import { junit } from '../../src/report/junit.js';
import { markdown } from '../../src/report/markdown.js';
import { revisionSummary } from '../../src/report/revisionText.js';
import { compareWithRevision } from '../../src/results/compareWithRevision.js';
import { parseRegressionLimits } from '../../src/results/regressionLimit.js';
import { gateDocument, gateScenario, hostileName, policyWith } from '../support/gateDocument.js';

const gate = { gate: 'all', reference: undefined };
const context = { color: false, unicode: true, verbose: false, gate };
const missed = { metric: 'cost_usd', expression: 'value<1', value: 13, ok: false };

/** A policy that doubled its bill since a revision, everything called what it should not be. */
function document(name = hostileName) {
  const before = `${name}@main`;
  const scenario = gateScenario(
    [policyWith(before, [missed], { cost_usd: 5 }), policyWith(name, [], { cost_usd: 10 })],
    {
      name,
      revision: {
        name,
        commit: 'a'.repeat(40),
        notes: [name],
        policies: [{ policy: name, state: 'changed', before, files: [`${name}.yaml`] }],
        changes: [{ path: `${name}.yaml`, line: 6, diff: `@@ -1 +1 @@\n-${name}\n+\`\`\`\n+~~~\n+</details>` }],
      },
    },
  );
  const { limits } = parseRegressionLimits('cost_usd=5%');
  const judged = compareWithRevision(scenario, { limits, version: '0.1.0', allowEmpty: false });
  return gateDocument([judged, { ...judged, name: 'other' }]);
}

describe('reports against a revision', () => {
  it('keep names and diffs from meaning anything', () => {
    const text = markdown.render(document(), context);
    // Outside of fences nothing is HTML but what the report itself makes of it.
    const outside = text.replace(/^(`{3,})(?:text|diff|sh)\n[\s\S]*?\n\1$/gm, '').replace(/`[^`\n]*`/g, '');
    expect(outside.match(/<(?!\/?(?:details|summary|code)>|!-- )[^>]*>?/g)).toBeNull();
    expect(outside).not.toMatch(/^`{3,}/m);
    expect(text).toContain('+```\n+~~~\n+</details>\n````');
    for (const line of githubAnnotations(document(), { gate, files: ['s.yaml'] })) {
      expect(line).toMatch(/^::error file=[^,:]*,line=6,title=[^,:]*::[^\n]*$/);
    }
  });

  it('judge a policy against its own past, and never the past', () => {
    const plain = document('hpa');
    expect(plain.scenarios[0].baseline?.regressions).toMatchObject([{ policy: 'hpa', against: 'hpa@main', ok: false }]);
    expect(githubAnnotations(plain, { gate, files: [] })[0]).toBe(
      '::error file=hpa.yaml,line=6,title=hpa%3A hpa against hpa@main::cost_usd of hpa is 100 %25 worse than hpa@main (100 %25 to 100 %25, 99 %25 interval); the limit is 5 %25',
    );
    expect(junit.render(plain, context)).not.toContain('hpa@main: ');
    expect(revisionSummary(plain, gate)).toEqual([
      'all scenarios against hpa (aaaaaaaa): 2 of 2 failed',
      expect.stringMatching(
        /^failed {4}hpa {4}hpa {2}\$5\.00\S* -> \$10\.0\S* {2}cost_usd of hpa is 100 % worse than hpa@main/,
      ),
      expect.stringMatching(/^failed {4}other {2}hpa/),
    ]);
  });
});
