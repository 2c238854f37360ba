import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { hpaText } from '../../support/hpaText.js';
import { runCli, temporaryFolder } from '../../support/runCli.js';
import { sampled } from '../../support/sampled.js';

const hpa = hpaText({ max: 9, cpu: 50 });
const folder = temporaryFolder({
  'good.yaml': hpa,
  'api.yaml': hpa.replaceAll('web', 'api'),
  'twice.yaml': `${hpa}---\n${hpa.replace('{ name: web }', '{ name: other }')}`,
  'broken.yaml': 'a: [',
  'deploy.yaml':
    'kind: Deployment\nmetadata: { name: web }\nspec: { template: { spec: { containers: [{ name: app }] } } }\n',
  'policy.lua': 'return { decide = function(observation) return observation.instances.ready end }',
  'bad.lua': 'return { decide = function(observation) return nothing.at_all end }',
});
mkdirSync(join(folder.path, 'chart/templates'), { recursive: true });
writeFileSync(join(folder.path, 'chart/templates/hpa.yaml'), hpa.replace('9', '{{ .Values.max }}'));
afterAll(folder.remove);

const explain = (...args: readonly string[]) => runCli(['explain', ...args], { cwd: folder.path });

describe('explain ends with', () => {
  for (const { tags, part } of sampled(
    [
      [0, ['good.yaml', 'deploy.yaml'], 'manifests and a workload'],
      [99, ['good.yaml', 'twice.yaml'], 'a lint error in one of several'],
      [104, ['twice.yaml', 'broken.yaml', 'good.yaml'], 'a refused file, also beside lint errors'],
      [104, ['chart'], 'a folder of templates'],
      [0, ['policy.lua', 'good.yaml'], 'a policy and a manifest'],
      [107, ['bad.lua', 'broken.yaml'], 'a policy that fails, whatever else'],
    ],
    3,
  )) {
    it.each(part)('%i for %j: %s', { tags }, async (code, args) => {
      const result = await explain(...args);
      expect({ code: result.code, stderr: result.code === code ? '' : result.stderr }).toEqual({ code, stderr: '' });
    });
  }
});

describe('explain', () => {
  it('of one manifest prints it alone; of several a table first, and errors apart', { tags: ['ci'] }, async () => {
    const [one, several] = await Promise.all([explain('good.yaml'), explain('good.yaml', 'broken.yaml', 'api.yaml')]);
    expect(one.stdout).toMatch(/^web, for web {3}Horizontal/);
    expect(several.stdout).toMatch(/^ {2}file +name/);
    expect(several.stdout).toContain('\n\napi.yaml\napi, for api   Horizontal');
    expect(several.stdout).toContain(one.stdout.split('\n')[2]);
    expect(several.stdout).not.toContain('[bad-yaml]');
    expect(several.stderr).toMatch(/^broken.yaml:1:\d+ .*\[bad-yaml\]/);
  });

  it('knows what comes with dryscale by its bare name, and takes each file once', { tags: ['ci'] }, async () => {
    const { stdout, code } = await explain('hpa-tuned', 'good.yaml?maxReplicas=5', '--quiet');
    expect(code).toBe(0);
    expect(stdout).toMatch(/dryscale\/policies\/hpa-tuned.yaml +web/);
    expect(stdout).toMatch(/good.yaml +web +kubernetes-hpa +2\.\.5/);
    const twice = await explain('good.yaml?maxReplicas=5', 'good.yaml');
    expect({ code: twice.code, stderr: twice.stderr }).toEqual({
      code: 2,
      stderr: expect.stringContaining('several-manifests'),
    });
  });

  it('prints nothing but the advice for a template', async () => {
    const { stdout, stderr } = await explain('chart/templates/hpa.yaml');
    expect(stdout).toBe('');
    expect(stderr).toContain('helm template chart | dryscale explain -');
  });

  it('reads standard input, with options before and after the dash', { tags: ['ci'] }, async () => {
    for (const args of [['-'], ['--json', '-'], ['-', '--json'], ['api.yaml', '--quiet', '-']]) {
      const { stdout, code } = await runCli(['explain', ...args], {
        cwd: folder.path,
        whileRunning: ({ stdin }) => stdin?.end(hpa),
      });
      expect({ code, args }).toEqual({ code: 0, args });
      expect(stdout).toContain(args.includes('--json') ? '"file": "stdin"' : 'web, for web');
    }
  });

  it('answers a policy with what doctor says, and keeps --json to manifests', { tags: ['ci'] }, async () => {
    const [text, doctor, json] = await Promise.all([
      explain('policy.lua'),
      runCli(['doctor', 'policy.lua'], { cwd: folder.path }),
      explain('policy.lua', 'good.yaml', '--json'),
    ]);
    expect(text.stdout).toBe(doctor.stdout);
    expect(JSON.parse(json.stdout).map(({ name }: { name: string | null }) => name)).toEqual(['web', null]);
    expect(json.stderr).toContain('dryscale doctor policy.lua --json');
  });

  it('writes the reports that are asked for', { tags: ['ci'] }, async () => {
    const { stdout, code } = await explain('twice.yaml', '--report', 'sarif,junit,github', '--out', 'out');
    expect(code).toBe(99);
    expect(JSON.parse(readFileSync(join(folder.path, 'out/explain.sarif'), 'utf8')).version).toBe('2.1.0');
    expect(readFileSync(join(folder.path, 'out/explain-junit.xml'), 'utf8')).toContain('<testsuite name="twice.yaml"');
    expect(stdout).toContain('::error file=twice.yaml,line=');
    await explain('good.yaml', '--report', 'junit', '--out', 'other');
    expect(existsSync(join(folder.path, 'other/explain.sarif'))).toBe(false);
    expect((await explain('good.yaml', '--report', 'html')).code).toBe(2);
  });
});
