import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { runConfined } from '../../base/confined/runConfined.js';
import { askEsbuild, bundleOptions, esbuildLimitSeconds } from '../../base/esbuildProcess.js';
import { packageFolder } from '../../base/packageFolder.js';
import { ProblemError } from '../../base/problem.js';
import { readMappedCode } from '../../policy/typescript/errorPlace.js';
import { expectedWord } from '../explain.js';
import { scenarioSchema } from '../schema.js';
const limits = { timeSeconds: 5, heapMegabytes: 256, resultBytes: 10_000_000 };
/** What `import 'dryscale'` means to a scenario, wherever it lies, installed or not. */
const modules = {
    dryscale: 'export const definePolicy = (policy) => policy; export const defineScenario = (scenario) => scenario;',
};
/**
 * The value that a scenario in TypeScript or JavaScript exports as default: plain data, the same every time.
 *
 * The file is the user's own code. It runs in a process of its own, since it may never end, end its process, take all memory,
 * or change what everything else stands on.
 * @throws ProblemError
 */
export async function readTypeScriptScenario(file) {
    const mapped = readMappedCode(await bundle(file));
    const frameName = `scenario:${basename(file.path)}`;
    const thread = { file: join(packageFolder(), 'dist/cli/scenarioThread.js') };
    const outcome = await runConfined({ thread, data: { code: mapped.code, frameName }, isSealed: false }, limits);
    if (outcome.kind !== 'result')
        throw failure({ file: file.shown }, endingOf(outcome.kind));
    const answer = readAnswer(outcome.text, file);
    const placeOf = (stack) => placeIn({ file, mapped, frameName }, stack);
    if (answer.error !== undefined) {
        const what = `throws while it is loaded: ${answer.error.message.replace(/\s+/g, ' ')}`;
        throw failure(placeOf(answer.error.stack), { what, fix: 'fix the file.' });
    }
    if (answer.data === undefined)
        throw failure({ file: file.shown }, withoutDefault(answer.exportNames));
    const value = JSON.parse(answer.data.json);
    if (answer.data.notData.length > 0)
        throw new ProblemError(notDataProblems(answer.data.notData, value, file.shown));
    if (answer.otherJson !== undefined)
        throw failure({ file: file.shown }, changing);
    return { value, warnings: answer.asked.map((asked) => machineWarning(asked, placeOf(asked.stack))) };
}
async function bundle({ path, shown }) {
    const outcome = await askEsbuild({
        call: 'build',
        modules,
        options: {
            entryPoints: [path],
            ...bundleOptions(dirname(path), 'scenario.bundle.js'),
        },
    });
    if (outcome.kind === 'code')
        return outcome.code;
    if (outcome.kind !== 'errors') {
        const isStopped = outcome.kind === 'stopped';
        const what = isStopped
            ? 'is nested too deep or too large to be read'
            : `takes more than ${esbuildLimitSeconds} s to bundle`;
        throw failure({ file: shown }, { what, fix: 'look at what it imports.' });
    }
    throw new ProblemError(outcome.errors.map(({ text, location }) => ({
        ...words,
        where: location === null
            ? { file: shown }
            : { file: besides(shown, location.file), line: location.line, column: location.column + 1 },
        what: `cannot be loaded: ${text}`,
        fix: 'fix the file.',
    })));
}
const words = { code: 'bad-scenario-module', why: 'A scenario is the default export of its file.' };
function failure(where, { what, fix }) {
    return new ProblemError([{ ...words, where, what, fix }]);
}
/** A file that the module imports, named as the module is. */
function besides(shown, name) {
    return join(dirname(shown), name);
}
const { timeSeconds, heapMegabytes, resultBytes } = limits;
function endingOf(kind) {
    const endings = {
        'too-long': {
            what: `does not come to an end while it is loaded: the time limit is ${timeSeconds} s`,
            fix: 'look for a loop, or make less of it in code.',
        },
        'too-much-memory': {
            what: `takes too much memory while it is loaded: the limit is ${heapMegabytes} MB`,
            fix: 'make less of it in code; traffic belongs into a trace.',
        },
        'too-large': {
            what: `is more than ${resultBytes} bytes of data`,
            fix: 'write less; traffic belongs into a trace.',
        },
        ended: { what: 'ended its process while it was loaded', fix: 'export the scenario and leave the process alone.' },
    };
    return endings[kind];
}
function withoutDefault(names) {
    const found = names.filter((name) => name !== '__esModule').join(', ') || 'none';
    return { what: `has no default export (found: ${found})`, fix: 'write `export default defineScenario({ ... })`.' };
}
const changing = {
    what: 'gives another scenario each time it is loaded',
    fix: 'write the values, or take them from a file that stays.',
};
function machineWarning({ kind, name }, where) {
    const what = {
        clock: 'reads the clock and gets 2026-01-05T00:00:00Z each time',
        random: 'draws random numbers and gets the same ones each time',
        environment: `reads ${name} from the environment and gets nothing`,
    };
    return {
        code: 'asks-the-machine',
        where,
        what: what[kind],
        why: 'The same file must give the same scenario on every machine.',
        fix: kind === 'environment' ? 'write a value, and change it with --set.' : 'write the values.',
    };
}
const answerSchema = z.object({
    error: z.object({ message: z.string(), stack: z.string() }).optional(),
    data: z
        .object({
        json: z.string(),
        notData: z.array(z.object({
            kind: z.enum(['kind', 'fault', 'limit']),
            path: z.array(z.union([z.string(), z.number()])),
            what: z.string(),
        })),
    })
        .optional(),
    otherJson: z.string().optional(),
    exportNames: z.array(z.string()),
    asked: z.array(z.object({ kind: z.enum(['clock', 'random', 'environment']), name: z.string(), stack: z.string() })),
});
/** The module may have changed the language itself, and then its thread says anything. */
function readAnswer(text, { shown }) {
    try {
        return answerSchema.parse(JSON.parse(text));
    }
    catch {
        const what = 'changes the language itself: what it exports cannot be read';
        throw failure({ file: shown }, { what, fix: 'leave Object, Array and JSON as they are.' });
    }
}
function placeIn({ file, mapped, frameName }, stack) {
    const [name, line] = mapped.place(stack, frameName)?.split(':') ?? [];
    if (name === undefined || line === undefined)
        return { file: file.shown };
    return { file: name === basename(file.path) ? file.shown : besides(file.shown, name), line: Number(line) };
}
/** What a module exports in places where data belongs, in words of what the schema expects there. */
function notDataProblems(found, value, file) {
    // The value has null in all these places.
    const issues = scenarioSchema.safeParse(value).error?.issues ?? [];
    return found.map(({ path, kind, what }) => {
        const issue = issues.find((one) => one.path.join('.') === path.join('.'));
        const expected = issue?.code === 'invalid_type' ? expectedWord(issue.expected) : 'plain data';
        const said = kind === 'kind' ? `is ${what}, ${expected} is expected` : what;
        const isLimit = kind === 'limit';
        return {
            code: isLimit ? 'too-large' : 'not-data',
            where: { file, ...(path.length === 0 ? {} : { path: path.join('.') }) },
            what: path.length === 0 ? `the default export ${said}` : said,
            why: isLimit
                ? 'Nobody writes that much by hand, and a run would not end.'
                : 'A scenario is plain data: maps, lists, texts, numbers, true and false.',
            fix: isLimit ? 'write less; traffic belongs into a trace.' : 'write the value itself.',
        };
    });
}
