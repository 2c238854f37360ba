import { exitCode } from '../../base/exitCode.js';
import { visibleJson } from '../../base/visible.js';
import { yamlText } from '../../base/yamlText.js';
import { resolveCandidates } from '../../policy/candidates.js';
import { bindManifests } from '../../scenario/bindManifests.js';
import { inspectScenario } from '../../scenario/inspect.js';
import { latenessOf } from '../../scenario/lateness.js';
import { loadScenario } from '../../scenario/load.js';
import { manifestBounds } from '../../scenario/manifestBounds.js';
import { hashWith, readRouters } from '../../scenario/readRouters.js';
import type { Command } from '../command.js';
import { showWarning } from '../showWarnings.js';

/** Prints what a scenario really says: a file that can be loaded again, the estimates as its comments. */
export const inspect: Command = {
  name: 'inspect',
  summary: 'Print the resolved scenario with every default, and estimates',
  operands: { name: 'scenario', min: 1, max: 1, describe: 'A scenario file: YAML, JSON or .ts' },
  options: ['set', 'seed', 'json'],
  async run({ operands: [file], options, output }) {
    const seed = options.seed === undefined ? [] : [`seed=${options.seed}`];
    const { loaded, candidates, notes } = await withManifests(file, [...options.set, ...seed]);
    for (const warning of [...loaded.warnings, ...notes]) showWarning(warning, output);
    const { scenario } = loaded;
    const inspected = inspectScenario(loaded);
    const { resolved } = inspected;
    const estimates = { ...inspected.estimates, telemetry: latenessOf(scenario, candidates) };
    const hash = hashWith(loaded.hash, await readRouters(scenario, loaded.folder));
    const data = { hash, resolved, estimates };
    output.listener?.document(data);
    const text = options.json
      ? visibleJson(data, 2)
      : `${asComments(`hash: ${hash}\n${yamlText({ estimates })}`)}\n${yamlText(resolved).trimEnd()}`;
    await output.write(`${text}\n`);
    return exitCode.success;
  },
};

/** The scenario as its own policies meet it: their manifests' bounds are those of the services where it leaves them out. */
async function withManifests(file: string, set: readonly string[]) {
  const written = await loadScenario(file, { set });
  const { scenario, folder } = written;
  const read = await resolveCandidates({
    texts: scenario.policies,
    baseFolder: folder,
    serviceNames: Object.keys(scenario.services),
  });
  const { candidates, warnings } = bindManifests(scenario, read);
  const bounds = manifestBounds(scenario, written.openBounds, candidates);
  const loaded = bounds.set.length === 0 ? written : await loadScenario(file, { set: [...bounds.set, ...set] });
  return { loaded, candidates, notes: [...warnings, ...bounds.notes] };
}

function asComments(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `# ${line}`)
    .join('\n');
}
