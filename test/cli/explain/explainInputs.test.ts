import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { explainInputs } from '../../../src/cli/explain/explainInputs.js';
import type { Explanation } from '../../../src/cli/explain/explanation.js';
import { gatherInputs } from '../../../src/cli/explain/gatherInputs.js';
import { hpaText } from '../../support/hpaText.js';

const hpa = hpaText({ max: 9, cpu: 50 });
const deployment = 'kind: Deployment\nmetadata: { name: web }\n';
const template = hpa.replace('9', '{{ .Values.max }}');
const patch =
  'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: { name: web }\nspec: { maxReplicas: 5 }\n';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder with these files; paths of an explanation of it are shown without it. */
function folderOf(files: Readonly<Record<string, string>>) {
  const root = mkdtempSync(join(tmpdir(), 'dryscale-explain-'));
  folders.push(root);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  const bare = (text: string) => text.replaceAll(`${root}/`, '').replaceAll(root, '.');
  const explain = (...operands: readonly string[]): Explanation =>
    explainInputs(gatherInputs(operands.map((one) => (one === '.' ? root : join(root, one)))), {});
  return {
    root,
    /** `a.yaml 1` for a manifest, `b.yaml wrong-type` for a problem. */
    shown: (...operands: readonly string[]) =>
      explain(...operands).files.map(({ file, manifests, problems }) =>
        [bare(file), ...(manifests.length === 0 ? [] : [manifests.length]), ...problems.map(({ code }) => code)].join(
          ' ',
        ),
      ),
    said: (...operands: readonly string[]) =>
      explain(...operands).files.flatMap(({ problems }) => problems.map(({ what, fix }) => bare(`${what}: ${fix}`))),
    notes: (...operands: readonly string[]) => explain(...operands).notes.map(bare),
  };
}

describe('a folder', () => {
  const { root, shown, notes } = folderOf({
    'b.yaml': hpa,
    'a.yml': `${hpa}---\n${deployment}`,
    'sub/c.json': JSON.stringify({ kind: 'List', items: [] }),
    'sub/deeper/d.yaml': hpa,
    'sub/e.YAML': hpa,
    '.hidden/f.yaml': hpa,
    'node_modules/g.yaml': hpa,
    'sub/notes.txt': hpa,
    'policy.lua': 'return {}',
    'page.ts': 'export const undecided = 1',
    'broken.json': '{ "compilerOptions": // a comment',
    'values.yaml': 'web: { max: 9 }',
    'service.yaml': 'kind: Service',
  });
  symlinkSync(join(root, 'sub'), join(root, 'circle'));
  symlinkSync(join(root, 'b.yaml'), join(root, 'linked.yaml'));

  it('is read with all that lies below it, sorted, without what is hidden', () => {
    expect(shown('.')).toEqual(['a.yml 1', 'b.yaml 1', 'linked.yaml 1', 'sub/deeper/d.yaml 1', 'sub/e.YAML 1']);
  });

  it('says what else it has', () => {
    expect(notes('.')).toEqual([
      '. also has 1 x Deployment, 1 x Service.',
      '. has 1 file of Lua: dryscale doctor policy.lua',
    ]);
  });

  it('reads each file once, however it is reached', () => {
    expect(shown('b.yaml', '.', 'sub', 'b.yaml')).toEqual([
      'b.yaml 1',
      'a.yml 1',
      'linked.yaml 1',
      'sub/deeper/d.yaml 1',
      'sub/e.YAML 1',
    ]);
  });

  it('of too many files is refused, before any is read', () => {
    const many = Object.fromEntries(Array.from({ length: 2001 }, (_, index) => [`${index}.yaml`, '']));
    expect(folderOf({ ...many, 'x/hpa.yaml': hpa }).shown('.', 'x')).toEqual(['x/hpa.yaml 1', '. too-many-files']);
  });

  it('without a manifest is refused, with what it has', () => {
    const bare = folderOf({
      'x/a.yaml': deployment,
      'x/b.yaml': `${deployment}---\nkind: Service`,
      'x/c.json': '[1',
      'y/d.yaml': hpa,
    });
    expect(bare.shown('x', 'y')).toEqual(['y/d.yaml 1', 'x no-manifest']);
    expect(bare.said('x')[0]).toContain('it holds 2 x Deployment, 1 x Service');
    expect(folderOf({}).shown('.')).toEqual(['. no-manifest']);
  });

  it('refuses what was meant to scale something and cannot be read', () => {
    const wrong = folderOf({
      'a.yaml': hpa,
      'b.yaml': hpa.replace('9', 'many'),
      'c.yaml': `${hpa}\n  bad: [`,
      'd.yaml': hpa.replace('HorizontalPodAutoscaler', 'HorizontalPodAutoscalar'),
      'e.yaml': 'web: [',
    });
    expect(wrong.shown('.')).toEqual([
      'a.yaml 1',
      'b.yaml wrong-type',
      expect.stringMatching(/^c.yaml /),
      'd.yaml no-manifest',
    ]);
    expect(wrong.notes('.')).toEqual([]);
  });
});

describe('a file that was named', () => {
  const files = folderOf({
    'hpa.yaml': hpa,
    'deploy.yaml': deployment,
    'scenario.yaml': 'name: shop',
    'typo.yaml': 'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscalar',
    'empty.yaml': '',
    'broken.yaml': 'a: [',
    'hpa?x.yaml': hpa,
  });

  it.each<[string, readonly string[], readonly string[]]>([
    ['is refused without a manifest', ['deploy.yaml'], ['deploy.yaml no-manifest']],
    ['may be a workload beside a manifest', ['hpa.yaml', 'deploy.yaml'], ['hpa.yaml 1']],
    [
      'is refused when it has nothing to do with one',
      ['hpa.yaml', 'scenario.yaml'],
      ['hpa.yaml 1', 'scenario.yaml no-manifest'],
    ],
    ['is refused when a kind is misspelt', ['hpa.yaml', 'typo.yaml'], ['hpa.yaml 1', 'typo.yaml no-manifest']],
    ['is refused when it is empty', ['empty.yaml', 'hpa.yaml'], ['empty.yaml no-manifest', 'hpa.yaml 1']],
    [
      'is refused when it is broken, and hides no other',
      ['broken.yaml', 'hpa.yaml'],
      [expect.stringMatching(/^broken.yaml /), 'hpa.yaml 1'],
    ],
    ['is refused when it is missing', ['hpa.yaml', 'nowhere.yaml'], ['hpa.yaml 1', 'nowhere.yaml not-found']],
    ['may have parameters', ['hpa.yaml?maxReplicas=4'], ['hpa.yaml 1']],
    ['may have a question mark of its own', ['hpa?x.yaml'], ['hpa?x.yaml 1']],
    ['is refused for a parameter that it has not', ['hpa.yaml?maxReplica=4'], ['hpa.yaml unknown-parameter']],
  ])('%s', (_claim, operands, expected) => {
    expect(files.shown(...operands)).toEqual(expected);
  });

  it('is said to be beside', () => {
    expect(files.notes('hpa.yaml', 'deploy.yaml')).toEqual(['deploy.yaml has no autoscaler, only 1 x Deployment.']);
  });
});

describe('an unfinished manifest', () => {
  it('of Helm is answered once a chart, with its command', () => {
    const { shown, said } = folderOf({
      'charts/web/templates/a.yaml': template,
      'charts/web/templates/b.yaml': `{{- if .Values.on }}\n${hpa}{{- end }}`,
      'charts/api/templates/c.yaml': template,
      'charts/web/templates/service.yaml': 'kind: Service\nname: {{ .Values.name }}',
    });
    expect(shown('.')).toEqual([
      'charts/api/templates/c.yaml helm-template',
      'charts/web/templates/a.yaml helm-template',
    ]);
    expect(said('.')[1]).toMatch(/nor is 1 other file: .*helm template charts\/web \| dryscale explain -$/);
  });

  it('of kustomize is answered with its command: patches of both kinds, and the kustomization', () => {
    const { said, shown } = folderOf({
      'over/kustomization.yaml': 'resources: [../base]',
      'over/patch.yaml': patch,
      'over/json.yaml': '- { op: replace, path: /spec/maxReplicas, value: 5 }',
      'alone/patch.yaml': patch,
    });
    for (const file of ['over/kustomization.yaml', 'over/patch.yaml', 'over/json.yaml']) {
      expect(said(file)).toEqual([expect.stringMatching(/kubectl kustomize over \| dryscale explain -$/)]);
    }
    // Without a kustomization it is a manifest that lacks something.
    expect(shown('alone/patch.yaml')).toEqual(['alone/patch.yaml missing-key']);
    expect(shown('over')).toEqual(['over/patch.yaml kustomize']);
  });
});
