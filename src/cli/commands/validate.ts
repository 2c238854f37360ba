import { exitCode } from '../../base/exitCode.js';
import { endsIn } from '../../base/fileEndings.js';
import { type Problem, ProblemError } from '../../base/problem.js';
import { visibleLine } from '../../base/visible.js';
import { resolveCandidates } from '../../policy/candidates.js';
import { PolicyFault } from '../../policy/policy.js';
import { membersOf } from '../../policy/policySpec.js';
import { bindManifests } from '../../scenario/bindManifests.js';
import { expectedArrivals } from '../../scenario/expectedArrivals.js';
import { loadScenario } from '../../scenario/load.js';
import { readRouters } from '../../scenario/readRouters.js';
import type { Command, CommandInput } from '../command.js';
import { showWarning } from '../showWarnings.js';

/** Checks files without running them: scenarios with the policies they name, and Lua policies by themselves. */
export const validate: Command = {
  name: 'validate',
  summary: 'Check scenarios (and Lua policies) without running them',
  operands: { name: 'file', min: 1, max: 1000, describe: 'Scenario files, or .lua policies' },
  options: ['set'],
  async run(input) {
    const codes: ProblemError[] = [];
    for (const file of input.operands) {
      try {
        await (endsIn(file, ['lua']) ? checkPolicy(file, process.cwd()) : checkScenario(file, input));
        await input.output.write(`${visibleLine(file)}: ok\n`);
      } catch (thrown) {
        codes.push(asProblems(thrown, file));
      }
    }
    if (codes.length === 0) return exitCode.success;
    throw new ProblemError(
      codes.flatMap(({ problems }) => problems),
      codes[0].exitCode,
    );
  },
};

async function checkScenario(file: string, { options, output }: CommandInput): Promise<void> {
  const { scenario, folder, warnings } = await loadScenario(file, { set: [...options.set] });
  for (const warning of warnings) showWarning(warning, output);
  const serviceNames = Object.keys(scenario.services);
  bindManifests(scenario, await resolveCandidates({ texts: scenario.policies, baseFolder: folder, serviceNames }));
  const routers = Object.values((await readRouters(scenario, folder)) ?? {});
  if (routers.length > 0) {
    const { loadRouter } = await import('../seldom.js');
    for (const router of routers) loadRouter(router);
  }
  // Reads every trace to its end: a damaged row is found here, not in the middle of a run.
  expectedArrivals(scenario, folder);
}

async function checkPolicy(file: string, baseFolder: string): Promise<void> {
  const { loadPolicy } = await import('../seldom.js');
  for (const { bindings } of await resolveCandidates({ texts: [file], baseFolder })) {
    for (const spec of Object.values(bindings).flatMap(membersOf)) loadPolicy(spec);
  }
}

function asProblems(thrown: unknown, file: string): ProblemError {
  if (thrown instanceof ProblemError) return thrown;
  if (!(thrown instanceof PolicyFault)) throw thrown;
  const problem: Problem = {
    code: `policy-${thrown.kind}`,
    where: { file },
    what: thrown.message,
    why: 'A policy that cannot be loaded cannot decide.',
    fix: 'fix the policy at the line named above.',
  };
  return new ProblemError([problem], exitCode.policyFailed);
}
