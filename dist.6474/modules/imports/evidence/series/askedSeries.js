import { suggestion } from '../../../base/nearest.js';
import { isSeriesRole, seriesRoles } from '../../../results/seriesRoles.js';
import { queryFacts } from './queryFacts.js';
import { formOfUnit } from './wordsOf.js';
const unitExamples = 'counter, req/s, req/min, ms, s, %, ratio, cores, millicores, count-per-step';
/** Reads the values of `--series`. @returns them, or what is wrong with each */
export function readAskedSeries(values) {
    const asked = [];
    const problems = [];
    for (const value of values) {
        const split = value.lastIndexOf('=');
        const [role = '', unit] = value.slice(split + 1).split(/:(.*)/);
        if (split <= 0)
            problems.push(bad(value, 'is not of the form NAME=ROLE', `write for example --series 'x{job="web"}=request-rate'. Roles: ${roleNames().join(', ')}.`));
        else if (!isSeriesRole(role))
            problems.push(bad(value, `has the role "${role}", which is unknown`, suggestion(role, roleNames())));
        else if (unit !== undefined && formOfUnit(unit) === undefined)
            problems.push(bad(value, `has the unit "${unit}", which is unknown`, `write one of: ${unitExamples}.`));
        else
            asked.push({ name: value.slice(0, split), role, unit });
    }
    return { asked, problems };
}
function roleNames() {
    return seriesRoles.map(({ name }) => name);
}
function bad(value, what, fix) {
    const why = 'It says what a recorded series shows.';
    return { code: 'bad-series-option', where: {}, what: `--series "${value}" ${what}`, why, fix };
}
/** The first that means a series of these names and labels. */
export function askedFor(asked, { names, metric, labels, }) {
    return asked.find(({ name }) => names.includes(name) || selects(name, metric, labels));
}
/** Whether a selector such as `x{job="web"}` takes a series; other labels do not matter. */
function selects(text, metric, labels) {
    if (!text.includes('{'))
        return false;
    const selector = queryFacts(text.replace(/^\{/, `${metric}{`))?.selectors[0];
    return (selector?.name === metric &&
        selector.matchers.every(({ label, op, value }) => op === '=' && labels[label] === value));
}
