import { fieldAt } from '../../fieldAt.js';
import { schemaProblems } from '../../schemaProblems.js';
import { isOpen } from '../openValue.js';
import { openValueProblem } from './openProblems.js';
import { resourceSchemas } from './schemas.js';
/** Problems and warnings of one group, collected while it is read, so that all are told at once. */
export class Findings {
    problems;
    warnings;
    constructor(problems = [], warnings = []) {
        this.problems = [...problems];
        this.warnings = [...warnings];
    }
    problem(problem) {
        this.problems.push(problem);
    }
    /** A field that is valid there and does nothing here. */
    notSimulated(resource, field) {
        this.warnings.push({
            code: 'not-simulated',
            where: resource.place(field.path, true),
            what: `${resource.title}: \`${field.path.map(String).join('.')}\` is not simulated`,
            why: `On AWS ${field.effect}.`,
            fix: 'nothing, or keep the difference in mind when you read the results.',
        });
    }
    /** The resource's checked value; undefined when its problems were noted. */
    parse(kind, resource) {
        const schema = resourceSchemas[kind];
        const { closed, opens } = standIns(resource.value);
        const parsed = schema.safeParse(closed);
        if (parsed.success) {
            for (const { path, open } of opens)
                putBack(parsed.data, path, open);
            // safe: the value was parsed by the schema of this very kind, and opens stand where it takes numbers or truth values.
            return parsed.data;
        }
        const { place, openTexts } = resource;
        const isOfOpen = (path) => openTexts?.get(path.map(String).join('.'));
        const issues = parsed.error.issues.filter(({ path }) => isOfOpen(path) === undefined);
        const unknown = parsed.error.issues.flatMap(({ path }) => isOfOpen(path) ?? []);
        this.problems.push(...unknown.map(openValueProblem));
        this.problems.push(...schemaProblems(issues, { value: closed, schema, reasons: reasonsOf(resource), place }));
        return undefined;
    }
}
/** A copy in which 1, or true, stands for each open value: what every such field takes. */
function standIns(value) {
    const opens = [];
    const walk = (inner, path) => {
        if (isOpen(inner)) {
            opens.push({ path, open: inner });
            return truthFields.has(path.at(-1) ?? '') ? true : 1;
        }
        if (Array.isArray(inner))
            return inner.map((item, index) => walk(item, [...path, String(index)]));
        if (typeof inner !== 'object' || inner === null)
            return inner;
        return Object.fromEntries(Object.entries(inner).map(([key, item]) => [key, walk(item, [...path, key])]));
    };
    return { closed: walk(value, []), opens };
}
/** Fields of yes and no. */
const truthFields = new Set(['DisableScaleIn', 'ActionsEnabled', 'Enabled', 'ReturnData']);
function putBack(root, path, open) {
    const holder = fieldAt(root, path.slice(0, -1));
    if (typeof holder === 'object' && holder !== null)
        Reflect.set(holder, path.at(-1) ?? '', open);
}
function reasonsOf({ title }) {
    return {
        unknownKey: `${title} has no such field: AWS would refuse it, or a setting would be lost without notice.`,
        missingKey: 'AWS requires it, and it has no default.',
        outOfRange: 'AWS refuses it.',
        unknownValue: 'AWS knows only these here.',
        wrongType: () => 'AWS refuses other types.',
    };
}
