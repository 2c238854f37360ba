import { existsSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { annotationLines, explanationJunit } from '../../../src/cli/explain/explainReports.js';
import type { Explanation } from '../../../src/cli/explain/explanation.js';
import { explanationData } from '../../../src/cli/explain/explanationData.js';
import { findingsOf } from '../../../src/cli/explain/findingsOf.js';
import { sarif } from '../../../src/cli/explain/sarif.js';
import { summaryTable } from '../../../src/cli/explain/summaryTable.js';
import { readManifestSet } from '../../../src/platforms/readManifestSet.js';
import { hpaText } from '../../support/hpaText.js';

/** OASIS' own schema of SARIF 2.1.0, where somebody has it: a path. */
const schemaFile = process.env.DRYSCALE_SARIF_SCHEMA ?? '';

const hpa = hpaText({ max: 9, cpu: 50 });
const twice = `${hpa}---\n${hpa.replace('{ name: web }', '{ name: other }')}`;
const files = {
  'shop/two words.yaml': twice,
  'shop/quiet.yaml': hpa.replaceAll('web', 'api'),
  'shop/broken.yaml': hpa.replace('9', 'many'),
  'shop/none.yaml': 'a: [',
  'shop/long.yaml': `${hpa.replaceAll('web', 'worker')}  behavior: { scaleDown: { stabilizationWindowSeconds: 0 } }\n`,
};

function explanationOf(texts: Readonly<Record<string, string>>): Explanation {
  const given = Object.entries(texts).map(([file, text]) => ({ file, text, params: {}, metricNames: {} }));
  return { files: readManifestSet(given), notes: [] };
}

const explanation = explanationOf(files);
const findings = findingsOf(explanation);
const context = { version: '1.2.3', pathOf: (file: string) => file };

describe('what was found', () => {
  it('has a level, a file, a line and a column each, in their order', () => {
    expect(findings.length).toBeGreaterThan(3);
    for (const { place, level } of findings) {
      expect(Object.keys(files)).toContain(place.file);
      expect(place.line).toBeGreaterThan(0);
      expect(place.column).toBeGreaterThan(0);
      expect(['error', 'warning', 'note']).toContain(level);
    }
    const places = findings.map(({ place }) => `${place.file}:${String(place.line).padStart(4, '0')}`);
    expect(places).toEqual([...places].sort());
  });
});

describe('SARIF', () => {
  const log = JSON.parse(sarif(findings, context));
  const [run] = log.runs;

  it('names a rule for each code, and a place for each result', () => {
    expect(log.version).toBe('2.1.0');
    const ids = run.tool.driver.rules.map((rule: { id: string }) => rule.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(run.results).toHaveLength(findings.length);
    for (const [index, result] of run.results.entries()) {
      expect(ids[result.ruleIndex]).toBe(result.ruleId);
      expect(result.level).toBe(findings[index].level);
      const { artifactLocation, region } = result.locations[0].physicalLocation;
      expect(decodeURI(artifactLocation.uri)).toBe(findings[index].place.file);
      expect(artifactLocation.uri).not.toContain(' ');
      expect(region).toEqual({ startLine: findings[index].place.line, startColumn: findings[index].place.column });
    }
  });

  it('of nothing is a log without results', () => {
    expect(JSON.parse(sarif([], context)).runs[0].results).toEqual([]);
  });

  it('is valid by its schema', ({ skip }) => {
    if (!existsSync(schemaFile)) return skip('no schema of SARIF: DRYSCALE_SARIF_SCHEMA');
    // It is of draft 4, which has other names for these two.
    const { $schema: _draft, id: _id, ...schema } = JSON.parse(readFileSync(schemaFile, 'utf8'));
    const validate = new Ajv({ strict: false, validateFormats: false, logger: false }).compile(schema);
    for (const one of [log, JSON.parse(sarif([], context))]) {
      validate(one);
      expect(validate.errors).toBeNull();
    }
    expect(validate({ ...log, runs: [{ ...run, results: [{ ruleId: 'without a message' }] }] })).toBe(false);
  });
});

describe('JUnit', () => {
  const text = explanationJunit(explanation, '1.2.3');

  it('has a suite a file, fails for lint errors, and has an error for what is refused', () => {
    expect(text.match(/<testsuite /g)).toHaveLength(Object.keys(files).length);
    expect(text).toContain('name="kubernetes-hpa api" time="0"/>');
    expect(text.match(/<failure message="[^"]*shared-target/g)).toHaveLength(2);
    expect(text.match(/<error /g)?.length).toBeGreaterThanOrEqual(2);
  });
});

describe('annotations of GitHub', () => {
  it('stand at the line, with what would end the command escaped', () => {
    const lines = annotationLines(findings, (file) => file);
    const line = hpa.split('\n').findIndex((one) => one.includes('maxReplicas')) + 1;
    expect(lines).toContainEqual(
      expect.stringMatching(
        new RegExp(`^::error file=shop/broken.yaml,line=${line},col=\\d+,title=dryscale%3A wrong-type::`),
      ),
    );
    expect(lines.every((one) => !one.includes('\n'))).toBe(true);
  });

  it('show what a manifest says without its control characters', () => {
    const hostile = explanationOf({ 'a.yaml': hpa.replace('9', '"\\u001b]8;;http://evil\\u0007\\n::error::x"') });
    const lines = annotationLines(findingsOf(hostile), (file) => file);
    expect(lines).toHaveLength(1);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the point.
    expect(lines[0]).not.toMatch(/[\u0000-\u001f]/);
  });

  it('are ten of a level, the last of which says how many more there are', () => {
    const many = Object.fromEntries(Array.from({ length: 14 }, (_, index) => [`${index}.yaml`, 'a: [']));
    const lines = annotationLines(findingsOf(explanationOf(many)), (file) => file);
    expect(lines).toHaveLength(10);
    expect(lines.at(-1)).toBe('::error title=dryscale explain::and 5 more');
  });
});

describe('the list for programs', () => {
  it('has the same keys for every entry', () => {
    const data = explanationData(explanation) as Record<string, unknown>[];
    expect(data.map(({ file, name }) => `${file} ${name}`)).toEqual([
      'shop/two words.yaml web',
      'shop/two words.yaml other',
      'shop/quiet.yaml api',
      'shop/broken.yaml null',
      'shop/none.yaml null',
      'shop/long.yaml worker',
    ]);
    const keys = Object.keys(data[0]);
    for (const entry of data) expect(Object.keys(entry)).toEqual(keys);
    expect(data.map(({ line }) => line)).toEqual([2, 12, 2, null, null, 2]);
  });
});

describe('the summary table', () => {
  it('has a line for each manifest and each refused file', () => {
    const lines = summaryTable(explanation, undefined).split('\n');
    expect(lines).toHaveLength(9);
    expect(lines[0]).toMatch(/^ {2}file +name +platform +min\.\.max +targets +surprises$/);
    expect(lines[1]).toMatch(/two words\.yaml +web +kubernetes-hpa +2\.\.9 +cpu 50 % +1 error/);
    expect(lines[4]).toMatch(/broken\.yaml +- +refused +- +- +1 error$/);
    expect(lines[8]).toMatch(/^ {2}4 manifests: 2 errors\. 2 files refused\.$/);
  });

  it('keeps to its width, and files apart', () => {
    const deep = 'a-rather-long-name-of-a-folder/'.repeat(4);
    const all = explanationOf({
      [`${deep}first/hpa.yaml`]: hpa,
      [`${deep}second/hpa.yaml`]: hpa.replaceAll('web', 'w'.repeat(60)),
    });
    const text = summaryTable(all, 100);
    expect(summaryTable(all, undefined)).toContain(`  ${deep}first/hpa.yaml `);
    const lines = text.split('\n');
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(100);
    expect(new Set(lines.slice(1, 3).map((line) => line.trim().split(/ {2,}/)[0])).size).toBe(2);
  });
});
