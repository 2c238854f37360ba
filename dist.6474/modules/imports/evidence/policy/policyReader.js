import { scanLua } from '../../../policy/lua/scan/scanLua.js';
import { inputProblem, readInput } from '../../readInput.js';
import { declaredParams } from './declaredParams.js';
import { readMetrics } from './readMetrics.js';
import { withoutComments } from './withoutComments.js';
/** A policy is some hundred lines. */
const LIMIT_BYTES = 2_000_000;
/** A policy in Lua or TypeScript: what its text names, without running it; `doctor` runs it. */
export const policyReader = {
    name: 'policy',
    summary: 'policies in Lua or TypeScript',
    recognises: (head) => languageOf(head) !== undefined,
    read: readPolicy,
};
/** A line of which only a Lua file has the like. */
const lua = /^[ \t]*(?:local[ \t]+(?:function\b|[\w, \t]+(?:<\w+>[ \t]*)?=)|function[ \t]+[\w.:]+[ \t]*\(|return[ \t]*\{[ \t]*$|ngx\.\w+)/m;
const typeScript = /\bdefinePolicy\s*\(|\bexport\s+default\b|\bmodule\.exports\b/;
function languageOf({ text }) {
    if (/^\s*[{[<]/.test(text))
        return undefined;
    if (typeScript.test(text) && /\bdecide\b/.test(text))
        return 'typescript';
    return lua.test(text) ? 'lua' : undefined;
}
function readPolicy(file) {
    const text = readInput(file, LIMIT_BYTES)
        .toString('utf8')
        .replace(/^\ufeff/, '');
    const language = languageOf({ text });
    if (language === undefined)
        throw noPolicy(file);
    const code = withoutComments(text, language);
    const { uses, unreadFromLine } = language === 'lua' ? usesOfLua(text) : usesOfTypeScript(code);
    const all = [...readMetrics(code), ...declaredParams(code), ...uses];
    const warnings = [];
    if (unreadFromLine !== undefined) {
        const what = 'from this line on it does not read as Lua';
        warnings.push({
            code: 'unread-policy',
            where: { file, line: unreadFromLine },
            what,
            assumed: 'nothing of what follows',
        });
    }
    return {
        evidence: [{ kind: 'policy', file, summary: summaryOf(language, all), language, text, uses: all }],
        warnings,
    };
}
function usesOfLua(text) {
    const { modules, urls, environment, unreadFromLine } = scanLua(text);
    const use = (kind, { name, lines }) => {
        return { kind, name, value: null, lines };
    };
    return {
        uses: [
            ...modules.map((one) => use('module', one)),
            ...hostsOf(urls).map((one) => use('host', one)),
            ...environment.map((one) => use('environment', one)),
        ],
        unreadFromLine,
    };
}
function usesOfTypeScript(code) {
    const found = (kind, pattern) => namedIn(code, pattern).map(({ name, lines }) => ({ kind, name, value: null, lines }));
    const urls = namedIn(code, /['"`](https?:\/\/[^'"`\s]+)/g);
    return {
        uses: [
            ...found('module', /\b(?:from|import|require\()\s*['"]([^'"]+)['"]/g),
            ...hostsOf(urls).map((one) => ({ kind: 'host', name: one.name, value: null, lines: one.lines })),
            ...found('environment', /\bprocess\.env\.(\w+)/g),
        ],
    };
}
function namedIn(code, pattern) {
    const lines = new Map();
    for (const { 1: name, index } of code.matchAll(pattern)) {
        const line = code.slice(0, index).split('\n').length;
        lines.set(name, [...new Set([...(lines.get(name) ?? []), line])]);
    }
    return [...lines].map(([name, on]) => ({ name, lines: on }));
}
/** `http://prometheus:9090/api` is a call to prometheus:9090. */
function hostsOf(urls) {
    const hosts = new Map();
    for (const { name, lines } of urls) {
        const host = /^https?:\/\/([^/?#]+)/.exec(name)?.[1];
        if (host !== undefined)
            hosts.set(host, [...new Set([...(hosts.get(host) ?? []), ...lines])]);
    }
    return [...hosts].map(([name, lines]) => ({ name, lines }));
}
function summaryOf(language, uses) {
    const names = (kind) => uses.filter((use) => use.kind === kind).map(({ name }) => name);
    const parts = [
        ['reads', names('metric')],
        ['calls', names('host')],
        ['parameters', names('parameter')],
    ];
    const told = parts.filter(([, list]) => list.length > 0).map(([word, list]) => `${word} ${list.join(', ')}`);
    return [`policy in ${language === 'lua' ? 'Lua' : 'TypeScript'}`, ...told].join('; ');
}
function noPolicy(file) {
    return inputProblem(file, {
        code: 'no-policy',
        what: 'is no policy in Lua or TypeScript',
        why: 'A policy has a function that decides.',
        fix: 'name the file of the policy itself.',
    });
}
