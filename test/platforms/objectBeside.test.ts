import { describe, expect, it } from 'vitest';
import { manifestDocuments } from '../../src/platforms/manifestDocuments.js';
import { targetDocument } from '../../src/platforms/objectBeside.js';
import { readManifests } from '../../src/platforms/readManifestSet.js';
import { hpaText } from '../support/hpaText.js';

const deployment = (metadata: string, kind = 'Deployment') => `{ kind: ${kind}, metadata: { ${metadata} } }`;
const web = deployment('name: web');
const hpaFile = 'shop/prod/hpa.yaml';

/** The file in which the HPA of `shop/prod/hpa.yaml` finds its Deployment. */
function fileOf(files: Readonly<Record<string, string>>, hpa = hpaText({ max: 9, cpu: 50 })): string | undefined {
  const own = manifestDocuments(hpa, hpaFile);
  const documents = [...own, ...Object.entries(files).flatMap(([file, text]) => manifestDocuments(text, file))];
  return targetDocument(own[0], { documents })?.file;
}

describe('the workload of an autoscaler', () => {
  it.each<[string, Readonly<Record<string, string>>, string | undefined]>([
    [
      'of the same folder before another',
      { 'shop/test/web.yaml': web, 'shop/prod/web.yaml': web },
      'shop/prod/web.yaml',
    ],
    ['anywhere, if it is the only one', { 'shop/base/web.yaml': web }, 'shop/base/web.yaml'],
    ['unknown where two are as near', { 'shop/test/web.yaml': web, 'shop/base/web.yaml': web }, undefined],
    ['not of another name', { 'shop/prod/api.yaml': deployment('name: api') }, undefined],
    ['not of another kind', { 'shop/prod/web.yaml': deployment('name: web', 'StatefulSet') }, undefined],
  ])('is %s', (_claim, files, file) => {
    expect(fileOf(files)).toBe(file);
  });

  it('is that of the same file first, and never of another namespace', () => {
    expect(fileOf({ 'shop/prod/web.yaml': web }, `${hpaText({ max: 9, cpu: 50 })}---\n${web}`)).toBe(hpaFile);
    const inTest = hpaText({ max: 9, cpu: 50 }).replace('{ name: web }', '{ name: web, namespace: test }');
    expect(fileOf({ 'shop/prod/web.yaml': deployment('name: web, namespace: prod') }, inTest)).toBeUndefined();
    expect(fileOf({ 'shop/prod/web.yaml': web }, inTest)).toBe('shop/prod/web.yaml');
  });
});

describe('a workload beside its autoscaler', () => {
  const sentences = (resources: string) => {
    const pod = `{ template: { spec: { containers: [{ name: app, resources: ${resources} }] } } }`;
    const text = `${hpaText({ max: 9, cpu: 70 })}---\n{ kind: Deployment, metadata: { name: web }, spec: ${pod} }`;
    const [{ manifest }] = readManifests({ text, file: hpaFile, params: {}, metricNames: {} });
    return manifest.explain().filter((sentence) => sentence.startsWith('Each pod of'));
  };

  it.each([
    [
      '{ requests: { cpu: 250m, memory: 256Mi }, limits: { cpu: "1" } }',
      'requests 250m (limit 1) of CPU and 256MiB (no limit) of memory.',
    ],
    ['{}', 'requests no fixed amount (no limit) of CPU and no fixed amount (no limit) of memory.'],
  ])('says what %s means', (resources, words) => {
    expect(sentences(resources)).toEqual([`Each pod of Deployment web ${words}`]);
  });

  it('says nothing of a patch that has no containers', () => {
    const text = `${hpaText({ max: 9, cpu: 70 })}---\n{ kind: Deployment, metadata: { name: web }, spec: { replicas: 3 } }`;
    expect(readManifests({ text, file: hpaFile, params: {}, metricNames: {} })).toHaveLength(1);
  });
});
