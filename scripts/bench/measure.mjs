// One measurement in a process of its own: reads {scenario, policy, policyFile, warm} and prints what it took.
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { runOnce } from '../../dist/modules/engine/runOnce.js';
import { inlineMore } from '../../dist/modules/run/inlineMore.js';
import { parseScenario } from '../../dist/modules/scenario/load.js';

const { scenario: input, policy, policyFile, isWarm = true } = JSON.parse(readFileSync(0, 'utf8'));

const scenario = parseScenario(input);
// As the command does for a run that is long: the pace it keeps is measured, not its first seconds.
inlineMore(scenario, Number.POSITIVE_INFINITY);
const code = policyFile === undefined ? policy : readFileSync(policyFile, 'utf8');
const spec = { kind: 'lua', fileName: 'bench.lua', path: policyFile ?? 'bench.lua', code, params: {} };
const bindings = code === undefined ? {} : { [Object.keys(scenario.services)[0]]: spec };
const once = (replication, of = scenario) =>
  runOnce({ scenario: of, scenarioFolder: '.', bindings, replication, detail: false });

// The compiler's work belongs to the first seconds of a program, not to the pace it keeps.
if (isWarm) once(1, { ...scenario, duration: scenario.duration / 4 });
const begin = process.cpuUsage();
const wallBegin = performance.now();
const { measures } = once(0);
const wallSeconds = (performance.now() - wallBegin) / 1000;
const { user, system } = process.cpuUsage(begin);
const seconds = (user + system) / 1e6;
const megabytes = process.resourceUsage().maxRSS / 1024;
process.stdout.write(
  JSON.stringify({ requests: measures.requests_offered + (measures.calls ?? 0), seconds, wallSeconds, megabytes }),
);
