import { formatDuration } from '../../base/duration.js';
import { exitCode } from '../../base/exitCode.js';
import { visibleJson } from '../../base/visible.js';
import { loadScenario } from '../../scenario/load.js';
import { doctorText } from '../doctor/doctorText.js';
import { examinePolicies } from '../doctor/examinePolicies.js';
import { onlyValue } from '../options.js';
import { usageError } from '../usageError.js';
/** What a policy will use of its environment, and whether it is simulated: before anything is run ten times. */
export const doctor = {
    name: 'doctor',
    summary: 'Check what a policy uses and whether it is simulated, with one short run',
    operands: { name: 'policy', min: 1, max: 1000, describe: 'Policies, as --policy takes them' },
    options: ['from', 'set', 'json'],
    run: examineAll,
};
async function examineAll({ operands, options, output }) {
    const from = onlyValue('from', options.from);
    if (from === undefined && options.set.length > 0) {
        const why = 'It changes a setting of the scenario that the policies are tried on.';
        throw usageError({ code: 'needs-from', what: '--set needs --from', why, fix: 'add --from SCENARIO.' });
    }
    const trial = from === undefined ? undefined : await trialOf(from, [...options.set]);
    const examinations = await examinePolicies(operands, trial);
    const text = options.json
        ? `${visibleJson({ format: 'dryscale-doctor/1', policies: examinations }, 2)}\n`
        : examinations.map(doctorText).join('\n');
    await output.write(text);
    return examinations.some(({ fault }) => fault !== undefined) ? exitCode.policyFailed : exitCode.success;
}
/** Of a scenario only the beginning: what a policy uses shows soon, or not at all. */
const trialSeconds = 3600;
async function trialOf(file, set) {
    const { scenario, folder } = await loadScenario(file, { set });
    const duration = Math.min(scenario.duration, trialSeconds);
    const part = duration < scenario.duration ? `the first ${formatDuration(duration)} of ${scenario.name}` : scenario.name;
    return { scenario: { ...scenario, duration, warmup: 0 }, folder, text: part };
}
