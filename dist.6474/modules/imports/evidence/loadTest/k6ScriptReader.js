import { parseDuration } from '../../../base/duration.js';
import { evaluateScript } from '../../k6/evaluateScript.js';
import { readOptions } from '../../k6/readOptions.js';
import { toScenario } from '../../k6/toScenario.js';
/** A k6 script: the load that it asks for. */
export const k6ScriptReader = {
    name: 'k6-script',
    summary: 'k6 scripts',
    recognises: ({ text }) => /(?:\bfrom\s*|\bimport\s*|\brequire\(\s*)['"]k6(?:\/[\w./-]+)?['"]/.test(text),
    async read(file) {
        const evaluated = await evaluateScript(file, {});
        const load = readOptions(evaluated, { file, text: evaluated.text });
        const { input, classes, notes } = toScenario(load, 'load');
        const sources = Object.entries(load.scenarios).map(([name, { executor }]) => `${name} (${executor})`);
        return {
            evidence: [
                {
                    kind: 'load-script',
                    file,
                    summary: `k6 script, ${sources.join(', ')}`,
                    // safe: the draft's traffic is a map of sources; whoever writes the scenario parses it with its schema.
                    traffic: input.traffic,
                    classes,
                    thresholds: thresholdsOf(input.thresholds),
                    durationSeconds: parseDuration(String(input.duration)) ?? 0,
                    notes: [...load.notes, ...notes],
                },
            ],
            warnings: [...load.notes, ...notes].map((what) => {
                return { code: 'k6-option', where: { file }, what, assumed: 'the rest of the script' };
            }),
        };
    },
};
function thresholdsOf(written) {
    // safe: `toScenario` writes lists of expressions.
    return (written ?? {});
}
