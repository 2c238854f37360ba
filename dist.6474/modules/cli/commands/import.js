import { exitCode } from '../../base/exitCode.js';
import { importers } from '../../imports/index.js';
import { convert, kindAndFile, rejectForeignSettings } from '../conversion.js';
import { onlyValue } from '../options.js';
import { usageError } from '../usageError.js';
/** Makes our file of one of theirs: a scenario of a k6 script, a trace of a log or of a Prometheus answer. */
export const importCommand = {
    name: 'import',
    summary: 'Turn a k6 script into a scenario, or an access log or Prometheus answer into a trace',
    operands: {
        name: 'source',
        min: 0,
        max: 2,
        describe: `KIND FILE: ${importers.map(({ name, summary }) => `${name} (${summary})`).join(', ')}`,
    },
    options: ['env', 'format', 'interval', 'series', 'keep', 'classes', 'out', 'force'],
    async run({ operands, options, output }) {
        const { kind: importer, file } = kindAndFile('import', operands, importers);
        rejectForeignSettings('import', importer, importers, givenSettings(options));
        const { out, format, interval, keep, classes } = options;
        const series = onlyValue('series', options.series);
        const env = readEnv(options.env);
        await convert(file, { options, output }, () => importer.read({ file, out, env, format, interval, series, keep, classes }));
        return exitCode.success;
    },
};
function givenSettings(options) {
    const { env, format, interval, series, keep, classes } = options;
    return {
        env: env.length > 0,
        format: format !== undefined,
        interval: interval !== undefined,
        series: series.length > 0,
        keep: keep.length > 0,
        classes: classes !== undefined,
    };
}
function readEnv(settings) {
    const entries = settings.map((setting) => {
        const split = setting.indexOf('=');
        if (split > 0)
            return [setting.slice(0, split), setting.slice(split + 1)];
        throw usageError({
            code: 'bad-env',
            what: `--env "${setting}" is not of the form KEY=VALUE`,
            why: 'The script reads it as __ENV.KEY.',
            fix: 'write for example --env PEAK=200.',
        });
    });
    return Object.fromEntries(entries);
}
