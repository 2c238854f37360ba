import { exitCode } from '../../base/exitCode.js';
import { exporters } from '../../exports/index.js';
import { convert, kindAndFile, rejectForeignSettings } from '../conversion.js';
/** Makes a file of theirs of one of ours: of a scenario, a result, or the events of a run. */
export const exportCommand = {
    name: 'export',
    summary: 'Turn a scenario into a k6 script, or a run into the files that a real cluster would have left',
    operands: {
        name: 'source',
        min: 0,
        max: 2,
        describe: `KIND FILE: ${exporters.map(({ name, summary }) => `${name} (${summary})`).join(', ')}`,
    },
    options: ['set', 'policy', 'format', 'interval', 'start', 'out', 'force'],
    async run({ operands, options, output }) {
        const { kind: exporter, file } = kindAndFile('export', operands, exporters);
        rejectForeignSettings('export', exporter, exporters, givenSettings(options));
        const { set, policies, out, format, interval, start } = options;
        await convert(file, { options, output }, () => exporter.write({ file, out, set, policies, format, interval, start }, (lines) => output.note(lines)));
        return exitCode.success;
    },
};
function givenSettings(options) {
    const { set, policies, format, interval, start } = options;
    return {
        set: set.length > 0,
        policy: policies.length > 0,
        format: format !== undefined,
        interval: interval !== undefined,
        start: start !== undefined,
    };
}
