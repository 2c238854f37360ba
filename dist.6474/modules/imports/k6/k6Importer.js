import { basename } from 'node:path';
import { ProblemError } from '../../base/problem.js';
import { shellCommand } from '../../base/shellCommand.js';
import { parseScenario } from '../../scenario/load.js';
import { evaluateScript } from './evaluateScript.js';
import { readOptions } from './readOptions.js';
import { scenarioText } from './scenarioText.js';
import { placeInOptions } from './scriptProblem.js';
import { toScenario } from './toScenario.js';
/** The load of a k6 script as a scenario. */
export const k6Importer = {
    name: 'k6',
    summary: 'the options of a k6 script -> a scenario',
    settings: ['env'],
    async read(request) {
        const { file, env, out } = request;
        const evaluated = await evaluateScript(file, env);
        return importOptions(evaluated, { file, text: evaluated.text }, out);
    },
};
/** The scenario that evaluated options stand for. @throws ProblemError with every mistake in them */
export function importOptions(evaluated, script, out) {
    const load = readOptions(evaluated, script);
    const draft = toScenario(load, scenarioName(script.file));
    check(draft.input, load, script);
    const notes = [...load.notes, ...draft.notes];
    const text = scenarioText(draft.input, comments({ file: script.file, notes, load }));
    return { text, notes: [summaryOf(load), ...notes], usage: usageOf(out ?? 'SCENARIO.yaml') };
}
function scenarioName(file) {
    const name = basename(file).replace(/\.[cm]?[jt]s$/, '');
    return name.replace(/[^0-9a-zA-Z_-]+/g, '-') || 'imported';
}
/** Values that our executors refuse as k6's do: the place is in the script, not in the draft. */
function check(input, { isShortcut }, script) {
    try {
        parseScenario(input, script.file);
    }
    catch (thrown) {
        if (!(thrown instanceof ProblemError))
            throw thrown;
        throw new ProblemError(thrown.problems.map((problem) => {
            const [part, name, ...rest] = problem.where.path?.split('.') ?? [];
            if (part !== 'traffic')
                return problem;
            return { ...problem, where: placeInOptions(script, isShortcut ? rest : ['scenarios', name, ...rest]) };
        }));
    }
}
function summaryOf({ scenarios }) {
    const parts = Object.entries(scenarios).map(([name, { executor }]) => `${name} (${executor})`);
    return `read ${parts.length === 1 ? 'one source' : `${parts.length} sources`}: ${parts.join(', ')}`;
}
function comments({ file, notes, load }) {
    const isAnyOpen = Object.values(load.scenarios).some(({ executor }) => executor.endsWith('-arrival-rate'));
    return {
        top: [
            `The load of the k6 script ${basename(file)}; what it cannot say are placeholders, listed under assumptions.`,
            'One iteration is taken as one request: put the demand of all its calls into the request class.',
            ...notes.map((note) => `- ${note}`),
        ],
        byKey: isAnyOpen
            ? { traffic: ['k6 sends evenly spaced; independent users do not: `arrivals: poisson` is the default.'] }
            : {},
    };
}
function usageOf(file) {
    return [`next: replace the placeholders, then ${shellCommand(['dryscale', 'inspect', file])}`];
}
