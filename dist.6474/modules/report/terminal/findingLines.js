import { hasResults } from '../../results/results.js';
import { instantText } from './numbers.js';
import { capLines, wrap } from './wrap.js';
const findingLimit = 3;
/** Of a message that a policy threw. */
const mostCharacters = 200;
/** Failures and what would make a reader misjudge the table. */
export function findingLines({ policies, start }, ink, width) {
    const byText = new Map();
    for (const policy of policies) {
        if (!hasResults(policy) || policy.findings.length === 0)
            continue;
        const text = policy.findings.map((finding) => finding.replace(/\.$/, '')).join('; ');
        byText.set(text, [...(byText.get(text) ?? []), policy.name]);
    }
    const findings = [...byText].map(([text, names]) => `! ${names.join(', ')}: ${text}`);
    const failures = policies.flatMap((policy) => (hasResults(policy) ? [] : [failureText(policy, start)]));
    const lines = [...failures, ...findings].flatMap((text) => wrap(text, { width, indent: '  ' }));
    // Failures are never cut: each one is a column that is missing from the table.
    const limit = Math.max(findingLimit, failures.length * 2 + 1);
    return capLines(lines, limit, (count) => `  ! ${count} more lines: see the report`).map(ink.bad);
}
/** What was done to the inputs, such as gaps of a trace that were held; how `needed` follows only for those who ask. */
export function noteLines({ notes }, { verbose, width }) {
    const shown = notes.filter((note) => verbose || !/^(demand curve:|telemetry of )/.test(note));
    const lines = shown.flatMap((note) => wrap(`note: ${note}`, { width, indent: '  ' }));
    const limit = verbose ? lines.length : findingLimit;
    return capLines(lines, limit, (count) => `  ${count} more lines: see the report`);
}
/** When and where it failed, with the first line of what it threw; the whole message goes to stderr. */
function failureText({ name, failure: { kind, message, time_s } }, start) {
    if (kind === 'interrupted')
        return `! ${name} was interrupted: it has no results.`;
    const [first] = message.split(/\n|\\n/);
    const what = first.replace(/ \(virtual time [^)]*\)/, '').slice(0, mostCharacters);
    const when = time_s === null ? 'as it was loaded' : `at ${instantText(time_s, start)} of the run`;
    return `! ${name} failed ${when} (${kind}) and has no results: ${what}`;
}
