import { describe, expect, it } from 'vitest';
import { readManifestSet, readManifests } from '../../src/platforms/readManifestSet.js';
import { hpaText } from '../support/hpaText.js';
import { scaledObjectText } from './keda/manifestText.js';

type Files = Readonly<Record<string, string>>;
const read = (files: Files) =>
  readManifestSet(Object.entries(files).map(([file, text]) => ({ file, text, params: {}, metricNames: {} })));
const hpa = hpaText({ max: 9, cpu: 50 });
const named = (name: string) => hpa.replace('{ name: web }', `{ name: ${name} }`);
const lintsOf = (files: Files) =>
  read(files).flatMap(({ file, manifests }) =>
    manifests.flatMap(({ manifest }) => manifest.lint().map(({ level, code }) => `${file} ${level} ${code}`)),
  );

describe('files that are read together', () => {
  it('each have their manifests, their other documents and their problems', () => {
    const files = read({
      'a.yaml': hpa,
      'b.yaml': hpa.replace('9', 'many'),
      'c.yaml': 'kind: Service',
      'd.yaml': 'a: [',
    });
    expect(
      files.map(({ file, manifests, others, problems }) => [
        file,
        manifests.length,
        others.length,
        problems.map(({ code }) => code),
      ]),
    ).toEqual([
      ['a.yaml', 1, 0, []],
      ['b.yaml', 0, 0, ['wrong-type']],
      ['c.yaml', 0, 1, []],
      ['d.yaml', 0, 0, ['bad-yaml']],
    ]);
  });

  it('a good manifest beside a wrong one of its file is there', () => {
    const [{ manifests, problems }] = read({ 'a.yaml': `${hpa}---\n${named('other').replace('9', 'many')}` });
    expect([manifests.length, problems.length]).toEqual([1, 1]);
  });

  it('see the workloads of the others', () => {
    const pod = '{ containers: [{ name: app, resources: { requests: { cpu: 250m } } }] }';
    const deployment = `{ kind: Deployment, metadata: { name: web }, spec: { template: { spec: ${pod} } } }`;
    const [{ manifests }] = read({ 'a.yaml': hpa, 'b.yaml': deployment });
    expect(manifests[0].manifest.explain().at(-1)).toBe(
      'Each pod of Deployment web requests 250m (no limit) of CPU and no fixed amount (no limit) of memory.',
    );
  });

  it.each<[string, Files, readonly string[]]>([
    [
      'two objects for one target are a warning: only one of them may be meant',
      { 'a.yaml': named('one'), 'b.yaml': named('two') },
      ['a.yaml warning shared-target', 'b.yaml warning shared-target'],
    ],
    ['one object in two files is a change of it', { 'test/a.yaml': hpa, 'prod/a.yaml': hpa }, []],
    [
      'two objects of one file are an error',
      { 'a.yaml': `${named('one')}---\n${named('two')}`, 'b.yaml': 'kind: Service' },
      ['a.yaml error shared-target', 'a.yaml error shared-target'],
    ],
  ])('%s', (_claim, files, lints) => {
    expect(lintsOf(files).filter((lint) => lint.endsWith('shared-target'))).toEqual(lints);
  });
});

describe('a file without a manifest', () => {
  const whatOf = (text: string) => {
    try {
      readManifests({ text, file: 'a.yaml', params: {}, metricNames: {} });
      return 'read';
    } catch (thrown) {
      return String(thrown);
    }
  };

  it.each([
    ['{ kind: Deployment }', 'it holds 1 x Deployment'],
    ['{ kind: Service }\n---\n{ kind: Service }\n---\n{ a: 1 }', 'it holds 2 x Service, 1 x document without a kind'],
    ['{ apiVersion: autoscaling/v2, kind: HorizontalPodAutoscalar }', 'did you mean HorizontalPodAutoscaler?'],
    [
      '{ apiVersion: apps/v1, kind: HorizontalPodAutoscaler }',
      'did you mean apiVersion: autoscaling/v2? It is apps/v1.',
    ],
    ['{ kind: HorizontalPodAutoscaler }', 'did you mean apiVersion: autoscaling/v2? It is missing, or no text.'],
    ['{ apiVersion: keda.k8s.io/v1alpha1, kind: ScaledObject }', 'did you mean apiVersion: keda.sh/v1alpha1?'],
    ['{ apiVersion: autoscaling.k8s.io/v1, kind: VerticalPodAutoscaler }', 'it holds 1 x VerticalPodAutoscaler'],
  ])('%s says what it holds, or what was meant', (text, words) => {
    expect(whatOf(text)).toContain('[no-manifest]');
    expect(whatOf(text)).toContain(words);
  });
  it('does not take a VerticalPodAutoscaler for a slip', () => {
    expect(whatOf('{ kind: VerticalPodAutoscaler }')).not.toContain('did you mean');
  });
});

describe('a template', () => {
  const problemsOf = (text: string, file = 'charts/web/templates/hpa.yaml') =>
    read({ [file]: text })[0].problems.map(({ code, where, fix }) => `${code} ${where.line}:${where.column} ${fix}`);
  const wrapped = (line: string) => `apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\n${line}\n`;

  it.each<[string, string, RegExp]>([
    [
      'of Helm around a document',
      `{{- if .Values.on }}\n${hpa}{{- end }}`,
      /^helm-template 1:1 .*helm template charts\/web \| dryscale explain -/,
    ],
    ['of Helm in a value', hpa.replace('9', '{{ .Values.max }}'), /^helm-template 8:16 /],
    ['of Helm in a text', hpa.replace('9', '"{{ .Values.max }}"'), /^helm-template 8:17 /],
    [
      'of Helm by its functions',
      wrapped('metadata:\n  labels:\n    {{- include "web.labels" . | nindent 4 }}'),
      /^helm-template 5:5 /,
    ],
    ['of another engine', hpa.replace('9', '{{ max }}'), /^template 8:16 /],
    ['of Jinja', `{% if prod %}\n${hpa}{% endif %}`, /^template 1:1 /],
    ['with variables', hpa.replace('9', '$' + '{MAX_REPLICAS}'), /^unset-variable 8:16 .*envsubst < charts/],
  ])('%s is answered by how to finish it, and nothing else', (_claim, text, answer) => {
    expect(problemsOf(text)).toHaveLength(1);
    expect(problemsOf(text)[0]).toMatch(answer);
  });

  it('is asked for by its chart as far as that is known', () => {
    const text = hpa.replace('9', '{{ .Values.max }}');
    expect(problemsOf(text, 'templates/hpa.yaml')[0]).toContain('helm template . |');
    expect(problemsOf(text, 'hpa.yaml')[0]).toContain('helm template CHART |');
  });

  it('is none where the marks have nothing to do with what is wrong', () => {
    const text = `${hpa.replace('9', 'many')}# {{ .Values.max }}\n---\nkind: Workflow\nspec: { x: "{{ inputs.x }}" }\n`;
    expect(problemsOf(text)).toEqual([expect.stringMatching(/^wrong-type/)]);
    expect(problemsOf(`${scaledObjectText({})}# {{ x }}`)).toEqual([]);
  });
});
