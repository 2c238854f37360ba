import { visibleLine } from '../../base/visible.js';
import { factorNames } from '../policyNames.js';
export function shownScenarios({ scenarios }, unicode) {
    const names = [...new Set(scenarios.flatMap(({ policies }) => policies.map(({ name }) => name)))];
    const factored = factorNames(names);
    const short = new Map(names.map((name, index) => [name, factored[index].short]));
    const nameOf = (name) => short.get(name) ?? name;
    const patterns = factored.flatMap(({ pattern }) => pattern ?? []);
    const renamedScenarios = scenarios.map((scenario) => renamed(scenario, nameOf));
    return {
        scenarios: renamedScenarios.map((scenario) => showStrings(scenario, unicode)),
        renamed: renamedScenarios,
        patterns: showStrings([...new Set(patterns)], unicode),
        nameOf: (name) => showStrings(nameOf(name), unicode),
    };
}
/** `--gate` and `--against` by the names that are shown. */
export function shownRule({ gate, reference }, { nameOf }) {
    return { gate: nameOf(gate), reference: reference === undefined ? undefined : nameOf(reference) };
}
function renamed(scenario, nameOf) {
    return {
        ...scenario,
        policies: scenario.policies.map((policy) => ({ ...policy, name: nameOf(policy.name) })),
        comparisons: scenario.comparisons.map((row) => ({ ...row, a: nameOf(row.a), b: nameOf(row.b) })),
    };
}
/** Names and messages come from files: their control characters must be seen, never sent to a terminal. */
export function showStrings(value, unicode) {
    const show = (item) => {
        if (typeof item === 'string')
            return unicode ? visibleLine(item) : visibleLine(item).replace(/[^ -~]/g, '?');
        if (Array.isArray(item))
            return typeof item[0] === 'number' ? item : item.map(show);
        if (typeof item !== 'object' || item === null)
            return item;
        return Object.fromEntries(Object.entries(item).map(([key, inner]) => [key, show(inner)]));
    };
    // safe: strings become strings and everything else keeps its shape.
    return show(value);
}
