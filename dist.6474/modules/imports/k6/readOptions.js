import { nearest, suggestion } from '../../base/nearest.js';
import { ProblemError } from '../../base/problem.js';
import { withoutNulls } from '../../platforms/fieldAt.js';
import { checkSize } from './checkSize.js';
import { scriptLimits } from './limits.js';
import { executorSchemas, idleOptions, lostOptions, optionsSchema, } from './optionsSchema.js';
import { notDataKey } from './sandboxCode.js';
import { optionProblems, placeInOptions } from './scriptProblem.js';
/** Name k6 gives to the one scenario of the options at the top. */
const shortcutName = 'default';
/** Reads the options of a script as k6 does. @throws ProblemError with every mistake */
export function readOptions({ options, functionNames }, script) {
    if (typeof options !== 'object' || options === null || Array.isArray(options))
        throw noOptions(options, script);
    checkSize(options, script.file);
    const notes = [];
    const known = [...Object.keys(optionsSchema.shape), ...Object.keys(lostOptions), ...idleOptions];
    // k6 takes a null for a field that is not there.
    const written = withKnownKeys(withoutNulls(options), known, '', notes);
    fail(notData(written, [])
        .slice(0, scriptLimits.problemCount)
        .map((found) => notDataProblem(found, script)));
    const parsed = optionsSchema.safeParse(written);
    if (!parsed.success)
        throw new ProblemError(optionProblems(parsed.error.issues, script, { prefix: [], knownKeys: known }));
    notes.push(...optionNotes(written, known));
    const raw = scenariosOf(parsed.data, script);
    const isShortcut = parsed.data.scenarios === undefined;
    const scenarios = {};
    const problems = [];
    for (const [name, fields] of Object.entries(raw)) {
        if (problems.length >= scriptLimits.problemCount)
            break;
        const path = isShortcut ? [] : ['scenarios', name];
        const read = readScenario(fields, path, { script, functionNames, notes });
        if (Array.isArray(read))
            problems.push(...read);
        else if (read.options?.browser === undefined)
            scenarios[name] = read;
        else
            notes.push(`scenario ${name} drives a browser: skipped, a page is not one request`);
    }
    fail(problems);
    if (Object.keys(scenarios).length === 0)
        throw noLoad(script, 'has only scenarios that drive a browser');
    const exported = parsed.data.ext?.dryscale?.sources ?? {};
    return { scenarios, thresholds: parsed.data.thresholds ?? {}, exported, isShortcut, notes };
}
function fail(problems) {
    if (problems.length > 0)
        throw new ProblemError(problems);
}
/** k6 reads keys without regard to case (Go's encoding/json); the way we write them is noted. */
function withKnownKeys(value, known, owner, notes) {
    if (typeof value !== 'object' || value === null)
        return {};
    const entries = Object.entries(value).map(([key, child]) => {
        if (known.includes(key))
            return [key, child];
        const meant = known.find((name) => name.toLowerCase() === key.toLowerCase() && !Object.hasOwn(value, name));
        if (meant !== undefined)
            notes.push(`${owner}${key} is read as ${meant}, as k6 does`);
        return [meant ?? key, child];
    });
    return Object.fromEntries(entries);
}
function notData(value, path) {
    if (typeof value !== 'object' || value === null)
        return [];
    if (notDataKey in value)
        return [{ path, what: String(value[notDataKey]) }];
    return Object.entries(value).flatMap(([key, child]) => notData(child, [...path, Array.isArray(value) ? Number(key) : key]));
}
function notDataProblem({ path, what }, script) {
    return {
        code: 'not-data',
        where: placeInOptions(script, path),
        what: `is ${what}, not data`,
        why: 'Modules of k6 and remote ones are not loaded here, and their values are not known.',
        fix: 'write the value, or take it from __ENV and give --env KEY=VALUE.',
    };
}
function optionNotes(options, known) {
    return Object.keys(options).flatMap((key) => {
        if (Object.hasOwn(lostOptions, key))
            return [`option ${key} is not taken: ${lostOptions[key]}`];
        if (known.includes(key))
            return [];
        const close = nearest(key, known);
        const meant = close === undefined ? '' : `; did you mean ${close}?`;
        return [`option ${key} is not taken: k6 does not know it${meant}`];
    });
}
/**
 * The scenarios, or the one that the options at the top stand for.
 *
 * @see k6, lib/executor: DeriveScenariosFromShortcuts
 */
function scenariosOf(options, script) {
    const { vus, duration, iterations, stages, scenarios } = options;
    const ways = Object.entries({ iterations, duration, stages: stages?.length === 0 ? undefined : stages, scenarios })
        .filter(([, value]) => value !== undefined)
        .map(([name]) => name);
    const isConflict = ways.length > 1 && ways.join() !== 'iterations,duration';
    if (isConflict)
        throw conflict(ways, script);
    const users = vus === undefined ? {} : { vus };
    if (iterations !== undefined) {
        const limit = duration === undefined ? {} : { maxDuration: duration };
        return { [shortcutName]: { executor: 'shared-iterations', ...users, iterations, ...limit } };
    }
    if (duration !== undefined)
        return { [shortcutName]: { executor: 'constant-vus', ...users, duration } };
    if (stages !== undefined && stages.length > 0) {
        return { [shortcutName]: { executor: 'ramping-vus', ...(vus === undefined ? {} : { startVUs: vus }), stages } };
    }
    if (scenarios !== undefined && Object.keys(scenarios).length > 0)
        return scenarios;
    throw noLoad(script, 'says no load in its options');
}
function readScenario(raw, path, { script, functionNames, notes }) {
    const label = path.length === 0 ? '' : `${path.at(-1)}.`;
    const { executor } = raw;
    if (typeof executor !== 'string' || !isExecutor(executor))
        return [executorProblem(raw, path, script)];
    const schema = executorSchemas[executor];
    const knownKeys = Object.keys(schema.shape);
    const parsed = schema.safeParse(withKnownKeys(raw, knownKeys, label, notes));
    if (!parsed.success)
        return optionProblems(parsed.error.issues, script, { prefix: path, knownKeys });
    const exec = parsed.data.exec ?? 'default';
    // A script that is only its options (`k6 run` adds the rest) has no functions at all.
    if (functionNames.length === 0 || functionNames.includes(exec))
        return parsed.data;
    return [
        {
            code: 'unknown-exec',
            where: placeInOptions(script, parsed.data.exec === undefined ? path : [...path, 'exec']),
            what: `its function "${exec}" is not exported`,
            why: 'k6 refuses it, too: there is nothing to carry out.',
            fix: suggestion(exec, functionNames),
        },
    ];
}
function isExecutor(name) {
    return Object.hasOwn(executorSchemas, name);
}
function executorProblem(raw, path, script) {
    const { executor } = raw;
    const known = Object.keys(executorSchemas);
    const where = placeInOptions(script, executor === undefined ? path : [...path, 'executor']);
    if (executor === 'externally-controlled') {
        const why = 'k6 2.0 removed it, and a dry run has nobody to control it.';
        return {
            code: 'unknown-executor',
            where,
            what: 'executor "externally-controlled" does not exist any more',
            why,
            fix: 'write ramping-vus with stages instead.',
        };
    }
    return {
        code: 'unknown-executor',
        where,
        what: executor === undefined ? 'has no executor' : `${JSON.stringify(executor)} is not an executor`,
        why: 'k6 refuses it, too.',
        fix: suggestion(String(executor ?? ''), known),
    };
}
function noOptions(options, script) {
    const what = options === undefined
        ? 'exports no `options`'
        : `exports \`options\` that are ${Array.isArray(options) ? 'a list' : String(options)}, not a map`;
    return new ProblemError([
        {
            code: 'no-options',
            where: { file: script.file },
            what,
            why: 'The load is read from there; without them k6 would do a single iteration.',
            fix: 'add `export const options = { ... }`; vus and duration given to `k6 run` belong there, too.',
        },
    ]);
}
function noLoad(script, what) {
    return new ProblemError([
        {
            code: 'no-load',
            where: { file: script.file, path: 'options' },
            what,
            why: 'There would be no traffic to simulate; k6 would do a single iteration.',
            fix: 'add scenarios, stages, iterations, or vus with a duration.',
        },
    ]);
}
function conflict(ways, script) {
    return new ProblemError([
        {
            code: 'conflicting-options',
            where: placeInOptions(script, [ways[0]]),
            what: `${ways.map((name) => `\`${name}\``).join(' and ')} stand side by side at the top of the options`,
            why: 'Each of them says the whole load; k6 refuses it, too.',
            fix: 'keep one of them.',
        },
    ]);
}
