import { mkdirSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { confine } from '../../src/base/confinement.js';
import { ProblemError } from '../../src/base/problem.js';
import { entriesOf, statOf } from '../../src/base/userFolder.js';
import { readMeasurements } from '../../src/calibrate/readMeasurements.js';
import { gatherInputs } from '../../src/cli/explain/gatherInputs.js';
import { readObservationFiles } from '../../src/cli/observationFiles.js';
import { resolveCandidates } from '../../src/policy/candidates.js';
import { readResultDocument } from '../../src/results/readResultDocument.js';
import { expectedArrivals } from '../../src/scenario/expectedArrivals.js';
import { loadScenario } from '../../src/scenario/load.js';
import { smallScenario, temporaryFolder } from '../support/runCli.js';

const outer = temporaryFolder({
  'secret.csv': 'time,count\n0,7\n60,secretword\n',
  'secret.lua': 'return { decide = function() return secretword end }',
  'secret.yaml': `${smallScenario}# secretword\n`,
  'secret.json': '{ "secretword": 1 }',
  'secret.ts': 'export const secretword = 1;\n',
});
afterAll(() => outer.remove());
const top = realpathSync(outer.path);
const root = join(top, 'below');
mkdirSync(root);
mkdirSync(join(top, 'below-beside'));
for (const ending of ['csv', 'lua', 'yaml', 'json', 'ts']) {
  const text = readFileSync(join(top, `secret.${ending}`));
  writeFileSync(join(top, 'below-beside', `secret.${ending}`), text);
  symlinkSync(join(top, `secret.${ending}`), join(root, `link.${ending}`));
}
writeFileSync(join(root, 'small.yaml'), smallScenario);
writeFileSync(join(root, 'own.ts'), 'export default {};\n');
symlinkSync(top, join(root, 'up'));
symlinkSync('loop', join(root, 'loop'));

const given = 'return { decide = function() return 4 end }';
const texts = { [join(root, 'small.lua')]: given, [join(root, 'given.ts')]: 'export default {};' };
confine({ folders: [root], mayRunCode: false, texts });

/** Ways out of the root, without their ending. */
const ways = [
  `${root}/../secret`,
  `${top}/secret`,
  `${root}/link`,
  `${root}/up/secret`,
  `${root}/up/below/../secret`,
  `${top}/below-beside/secret`,
  `${root}/up/nothing`,
  `${top}/nothing`,
];

const scenarioWith = (traffic: string) => {
  const path = join(root, 'traced.yaml');
  writeFileSync(path, smallScenario.replace(/traffic: .*/, `traffic: { users: ${traffic} }`));
  return path;
};

/** Everything that opens a file of somebody else's choice. */
const doors: Readonly<Record<string, (way: string) => unknown>> = {
  scenario: (way) => loadScenario(`${way}.yaml`),
  'scenario in TypeScript': (way) => loadScenario(`${way}.ts`),
  'policy in Lua': (way) => resolveCandidates({ texts: [`${way}.lua`], baseFolder: root }),
  'policy of a service': (way) => resolveCandidates({ texts: [`web=${way}.lua`], baseFolder: root }),
  manifest: (way) => resolveCandidates({ texts: [`${way}.yaml`], baseFolder: root }),
  'policy in TypeScript': (way) => resolveCandidates({ texts: [`${way}.ts`], baseFolder: root }),
  'trace of a scenario': async (way) => {
    const { scenario, folder } = await loadScenario(scenarioWith(`{ executor: trace, file: ${way}.csv }`));
    return expectedArrivals(scenario, folder);
  },
  observations: (way) => readObservationFiles([`${way}.csv`], { metricNames: {}, environment: undefined }),
  result: (way) => readResultDocument(`${way}.json`),
  measurements: (way) => readMeasurements([`${way}.json`]),
  'file to explain': (way) => {
    const { problems } = gatherInputs([`${way}.yaml`]);
    if (problems.length > 0) throw new ProblemError(problems);
  },
};

async function problemsOf(open: () => unknown) {
  try {
    await open();
  } catch (thrown) {
    if (thrown instanceof ProblemError) return thrown.problems;
    throw thrown;
  }
  return [];
}

describe.each(Object.entries(doors))('the door of a %s', (_, open) => {
  it.each(ways)('is closed for %s, and says nothing of what is there', async (way) => {
    const problems = await problemsOf(() => open(way));
    expect(problems.map(({ code }) => code)).toEqual(['outside-root']);
    expect(JSON.stringify(problems)).not.toContain('secretword');
  });
});

describe('a confined process', () => {
  it('sees nothing at a path outside', () => {
    for (const way of ways) expect(statOf(`${way}.yaml`)).toBeUndefined();
    expect(statOf(root)?.isDirectory()).toBe(true);
  });

  it('lists no folder above, however the way goes up', async () => {
    for (const way of [top, `${root}/..`, `${root}/up`, `${root}/up/below-beside`, '/', '/proc']) {
      expect(
        (await problemsOf(() => entriesOf(way, ''))).map(({ code }) => code),
        way,
      ).toEqual(['outside-root']);
    }
    const names = entriesOf(`${root}/up/..`, '').map(({ name }) => name);
    expect(names).toEqual(entriesOf(root, '').map(({ name }) => name));
  });

  it('opens what lies below, and says of a loop of links that it is not there', async () => {
    expect((await loadScenario(join(root, 'small.yaml'))).scenario.name).toBe('small');
    expect((await problemsOf(() => loadScenario(join(root, 'loop.yaml')))).map(({ code }) => code)).toEqual([
      'not-found',
    ]);
  });

  it('takes a text for a file of its name, and no code in either', async () => {
    const [{ bindings }] = await resolveCandidates({ texts: ['small.lua'], baseFolder: root });
    expect(bindings['*']).toMatchObject({ kind: 'lua', code: given });
    for (const name of ['own.ts', 'given.ts']) {
      const problems = await problemsOf(() => resolveCandidates({ texts: [name], baseFolder: root }));
      expect(problems.map(({ code }) => code)).toEqual(['needs-allow-code']);
    }
  });

  it('refuses a text for a trace, which threads read from disk', async () => {
    const { scenario, folder } = await loadScenario(scenarioWith('{ executor: trace, file: small.lua }'));
    expect((await problemsOf(() => expectedArrivals(scenario, folder))).map(({ code }) => code)).toEqual([
      'handed-over',
    ]);
  });
});
