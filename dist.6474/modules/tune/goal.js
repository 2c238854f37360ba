import { exitCode } from '../base/exitCode.js';
import { suggestion } from '../base/nearest.js';
import { ProblemError } from '../base/problem.js';
import { measureOf, measures } from '../results/measures/index.js';
/**
 * The measure that `--goal` names; the least cost, or the fewest instances where they have no price, when left out.
 *
 * @throws ProblemError with exit code 2 for what is no measure, or one of which neither direction is better
 */
export function readGoal(name, { services }) {
    const hasPrice = Object.values(services).some(({ instance }) => instance.price > 0);
    const wanted = name ?? (hasPrice ? 'cost_usd' : 'instances_mean');
    const measure = measureOf(wanted);
    const service = /^services\.([^.]+)\./.exec(wanted)?.[1];
    if (measure === undefined || (service !== undefined && !Object.hasOwn(services, service))) {
        const isService = measure !== undefined && service !== undefined;
        const known = isService
            ? Object.keys(services)
            : measures.filter(({ better }) => better !== 'none').map((one) => one.name);
        const what = isService ? `"${wanted}" names no service of this scenario` : `"${wanted}" is not a measure`;
        throw wrong(what, 'Settings are chosen by a measure.', suggestion(isService ? service : wanted, known));
    }
    const { unit, better } = measure;
    if (better !== 'none')
        return { name: wanted, unit, better };
    const what = `"${wanted}" is better in neither direction`;
    throw wrong(what, 'It says how things are, not how good they are.', 'choose for example cost_usd.');
}
function wrong(what, why, fix) {
    return new ProblemError([{ code: 'bad-goal', where: { path: '--goal' }, what, why, fix }], exitCode.wrongUsage);
}
/** Its value in a run; undefined where there is none, or an infinite one. */
export function goalValue({ name }, { measures: values }) {
    // With one service a run states its measures once, without the service's name.
    const key = Object.hasOwn(values, name) ? name : name.replace(/^services\.[^.]+\./, '');
    return values[key] ?? undefined;
}
