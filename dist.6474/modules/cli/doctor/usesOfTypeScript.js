import { ownModules, refusedNames } from '../../policy/typescript/refusedNames.js';
/** What a run has in place of the machine's own. */
const simulated = [
    { pattern: /\bDate\.now\s*\(|\bnew Date\s*\(\s*\)/, name: 'Date', note: 'the calendar of the run, in UTC' },
    { pattern: /\bperformance\.now\s*\(/, name: 'performance.now', note: 'the time of the run' },
    { pattern: /\bMath\.random\s*\(/, name: 'Math.random', note: 'random numbers of the run: same seed, same numbers' },
];
/** What a TypeScript policy uses beside the language, by its bundle: modules of Node, clocks, random numbers, timers, network. */
export function usesOfTypeScript(bundle) {
    const code = bundle.replace(/\n\/\/# sourceMappingURL=[\s\S]*$/, '');
    const imports = new Set([...code.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name]) => name));
    const variables = new Set([...code.matchAll(/\bprocess\.env\.(\w+)/g)].map(([, name]) => name));
    const use = (kind, name, status, note) => ({
        kind,
        name,
        status,
        lines: [],
        note,
    });
    return [
        ...[...imports].map((name) => ownModules.includes(name.replace('node:', ''))
            ? use('import', name, 'simulated', 'what computes only: nothing of the machine')
            : use('import', name, 'refused', 'a policy reads nothing of the machine')),
        ...simulated.flatMap(({ pattern, name, note }) => pattern.test(code) ? [use('global', name, 'simulated', note)] : []),
        ...refusedNames.flatMap(({ name, why }) => (isCalled(name, code) ? [use('global', name, 'refused', why)] : [])),
        ...[...variables].map((name) => use('environment', name, 'unset', 'a policy in TypeScript sees no variable: use params')),
    ];
}
function isCalled(name, code) {
    return new RegExp(`(?<![.\\w])${name.replace('.', '\\.')}\\s*\\(`).test(code);
}
