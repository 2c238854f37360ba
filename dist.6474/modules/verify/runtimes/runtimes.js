import { ProblemError } from '../../base/problem.js';
import { askPlayer } from '../askPlayer.js';
import { twistedJavaScript } from '../twists/javaScriptTwist.js';
import { twistedLua } from '../twists/luaTwist.js';
import { realLua } from './realLua.js';
/** Our own interpreter, whose language is Lua 5.3. */
const fengari = {
    name: 'fengari',
    install: 'it comes with dryscale',
    runs: ({ kind }) => kind === 'lua',
    find: () => ownProcess('Lua 5.3'),
};
/** Policies in TypeScript and JavaScript, and manifests. */
const node = {
    name: 'node',
    install: 'it runs dryscale',
    runs: ({ kind }) => kind === 'typescript' || kind === 'manifest',
    find: () => ownProcess(`Node ${process.versions.node}`),
};
/** Every runtime, the one whose decisions the others are compared with first. */
export const runtimes = [
    fengari,
    realLua({
        name: 'lua5.4',
        programs: ['lua5.4', 'lua54', 'lua'],
        version: /Lua 5\.4(\.\d+)?/,
        debianPackage: 'lua5.4',
        // -E: no variable of the environment names code or files.
        options: ['-E'],
    }),
    realLua({
        name: 'lua5.3',
        programs: ['lua5.3', 'lua53', 'lua'],
        version: /Lua 5\.3(\.\d+)?/,
        debianPackage: 'lua5.3',
        options: ['-E'],
    }),
    realLua({
        name: 'lua5.1',
        programs: ['lua5.1', 'lua51', 'lua'],
        version: /Lua 5\.1(\.\d+)?/,
        debianPackage: 'lua5.1',
        options: [],
    }),
    realLua({
        name: 'luajit',
        programs: ['luajit'],
        version: /LuaJIT \d[^ ]*/,
        debianPackage: 'luajit',
        options: ['-E'],
        otherEngineOptions: ['-E', '-joff'],
    }),
    node,
];
/** Our own interpreter and platforms, in a Node process started for one play with an environment of its own. */
function ownProcess(version) {
    return {
        version,
        async play({ spec, sequence, environment }) {
            const { variables } = environment;
            // A manifest has no module of the user's that could keep anything.
            const runCount = spec.kind === 'manifest' ? 1 : environment.runCount;
            const task = { type: 'play', spec: twisted(spec, environment), sequence, runCount };
            const answer = await askPlayer(task, variables);
            if (answer.type === 'played')
                return answer.log;
            if (answer.type === 'problems')
                throw new ProblemError(answer.problems);
            if (answer.type === 'bug')
                throw new Error(answer.stack);
            const name = 'fileName' in spec ? spec.fileName : spec.kind;
            const what = answer.type === 'lost' ? answer.what : 'no answer';
            return { runs: [], lines: [], findings: [], fault: { message: `${name}: ${what}`, observation: 0 } };
        },
    };
}
function twisted(spec, { twist, runCount }) {
    const isRepeated = runCount > 1;
    if (spec.kind === 'lua')
        return { ...spec, code: twistedLua(spec.code, { twist, isRepeated }) };
    if (spec.kind === 'typescript')
        return { ...spec, code: twistedJavaScript(spec.code, { twist, isRepeated }) };
    return spec;
}
