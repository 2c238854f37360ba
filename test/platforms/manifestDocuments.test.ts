import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { locate } from '../../src/base/locate.js';
import { ProblemError } from '../../src/base/problem.js';
import { manifestDocuments } from '../../src/platforms/manifestDocuments.js';
import { readManifests } from '../../src/platforms/readManifestSet.js';
import { readWorkloads } from '../../src/platforms/readWorkloads.js';
import { hpaText } from '../support/hpaText.js';

const hpa = (name: string, maxReplicas: unknown = 9) => ({
  apiVersion: 'autoscaling/v2',
  kind: 'HorizontalPodAutoscaler',
  metadata: { name },
  spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name }, minReplicas: 3, maxReplicas },
});
const list = (...items: readonly unknown[]) => ({ apiVersion: 'v1', kind: 'List', items });
const read = (text: string, params = {}) => readManifests({ text, file: 'all.yaml', params, metricNames: {} });
const namesOf = (text: string) => read(text).map(({ manifest }) => manifest.name);

describe('a List', () => {
  it('is its items, in order, as YAML and as JSON, beside other documents and in other Lists', () => {
    const value = list(hpa('a'), list(hpa('b')), { kind: 'Service' }, hpa('c'));
    expect(namesOf(stringify(value))).toEqual(['a', 'b', 'c']);
    expect(namesOf(JSON.stringify(value))).toEqual(['a', 'b', 'c']);
    expect(namesOf(`${stringify(value)}---\n${stringify(hpa('d'))}`)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('of one kind gives it to items that have none', () => {
    const { apiVersion, kind, ...bare } = hpa('a');
    expect(namesOf(stringify({ apiVersion, kind: `${kind}List`, items: [bare, hpa('b')] }))).toEqual(['a', 'b']);
    const items = [{ metadata: { name: 'w' }, spec: { template: { spec: { containers: [{ name: 'app' }] } } } }];
    expect(readWorkloads(stringify({ kind: 'DeploymentList', items }), 'd.yaml').map(({ name }) => name)).toEqual([
      'w',
    ]);
  });

  it('has the documents of the items, each at its own place, however deep they lie', () => {
    const tree = fc.letrec<{ readonly node: unknown }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 5, withCrossShrink: true },
        fc.nat({ max: 99 }).map((n) => hpa(`h${n}`)),
        fc.array(tie('node'), { maxLength: 3 }).map((items) => list(...items)),
      ),
    })).node;
    fc.assert(
      fc.property(tree, fc.boolean(), (value, isJson) => {
        const text = isJson ? JSON.stringify(value, null, 1) : stringify(value);
        const lines = text.split('\n');
        const documents = manifestDocuments(text, 'x');
        expect(documents).toHaveLength([...text.matchAll(/HorizontalPodAutoscaler/g)].length);
        for (const source of documents) {
          const { line = 0, column = 0 } = locate(source, ['metadata', 'name']);
          const name = String(Reflect.get(Reflect.get(Object(source.value), 'metadata'), 'name'));
          expect(
            lines[line - 1]
              .slice(column - 1)
              .replace('"', '')
              .startsWith(name),
          ).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('takes parameters inside, and says where a mistake of an item stands', () => {
    const text = stringify(list(hpa('a'), hpa('b')));
    expect(read(text, { maxReplicas: 5 }).map(({ manifest }) => manifest.bounds.maxCount)).toEqual([5, 5]);
    const wrong = stringify(list(hpa('a'), hpa('b', 'many')));
    const line = wrong.split('\n').findIndex((one) => one.includes('many')) + 1;
    expect(() => read(wrong)).toThrow(new RegExp(`^all.yaml:${line}:\\d+ .*maxReplicas`));
  });

  it('finds an item behind an alias where it was written', () => {
    const item = hpaText({ max: 'many' as unknown as number, cpu: 50 })
      .trim()
      .replaceAll('\n', '\n    ');
    const text = `kind: List\nspare:\n  - &web\n    ${item}\nitems: [*web]\n`;
    expect(() => read(text)).toThrow(/^all.yaml:10:20 /);
  });

  it('may be empty, and not be nested without end', () => {
    expect(() => read(stringify(list()))).toThrow(/no-manifest/);
    let deep: unknown = hpa('a');
    for (let depth = 0; depth < 9; depth++) deep = list(deep);
    expect(() => read(JSON.stringify(deep))).toThrow(ProblemError);
    expect(() => read(JSON.stringify(deep))).toThrow(/nested-lists/);
  });

  it('is told by its items: a kind that only ends in List is a document', () => {
    const allow = { apiVersion: 'x/v1', kind: 'AllowList', spec: {} };
    expect(manifestDocuments(JSON.stringify(allow), 'x').map(({ value }) => value)).toEqual([allow]);
  });
});
