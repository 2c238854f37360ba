import { OpenValue } from '../../openValue.js';
import { isRecord } from '../../read/resource.js';
import { choices, tests } from './choices.js';
import { lists } from './lists.js';
import { references } from './references.js';
import { didYouMean, isList } from './resolved.js';
import { texts } from './texts.js';
/** Levels of values and conditions within each other; people write ten. */
const DEPTH_LIMIT = 100;
/** Values that one template may come to, with its functions carried out; text counts by its length. */
const WORK_LIMIT = 1_000_000;
/**
 * The functions of a template, carried out as far as the document says what they come to.
 *
 * What only a deployment knows becomes an `OpenValue`: a parameter without a default, an export of another stack, the
 * generated name of a resource. A condition is decided as soon as one of its parts decides it. Work and depth are bounded, for a
 * small template can ask for any amount of text.
 * Source: CloudFormation Template Reference, "Intrinsic function reference" and "Condition functions" (2010-09-09), with
 * Fn::Length, Fn::ToJsonString and DefaultValue of the transform AWS::LanguageExtensions. O(size of what comes out).
 */
export class Evaluator {
    template;
    /** What CloudFormation would refuse. */
    misuses = [];
    /** Names that stand for nothing in the template. */
    strangers = [];
    #conditions = new Map();
    #open = [];
    #work = 0;
    #depth = 0;
    constructor(template) {
        this.template = template;
    }
    /** What a value comes to; `path` says where it stands, for messages. */
    evaluate(value, path) {
        this.#spend(typeof value === 'string' ? 1 + value.length / 100 : 1, path);
        if (typeof value === 'string')
            return dynamic(value);
        if (typeof value !== 'object' || value === null)
            return scalar(value);
        return this.#deeper(path, () => this.#inside(value, path));
    }
    /** Whether a condition holds, of `Conditions` or written in place. */
    test(value, path) {
        const name = functionOf(value, tests);
        if (name === undefined || !isRecord(value)) {
            return this.#refuse(path, 'a condition is expected here', 'use Fn::Equals, Fn::And, Fn::Or, Fn::Not or Condition.');
        }
        const found = this.#deeper(path, () => this.#call(tests[name], { name, argument: value[name], path: [...path, name] }));
        return typeof found === 'boolean' || found instanceof OpenValue ? found : false;
    }
    /** Whether the condition of this name holds. */
    condition(name, path) {
        const known = this.#conditions.get(name);
        if (known !== undefined)
            return known;
        const { conditions } = this.template;
        const own = ['Conditions', name];
        if (!Object.hasOwn(conditions, name)) {
            const fix = didYouMean(name, Object.keys(conditions), 'add it to Conditions.');
            return this.#refuse(path, `there is no condition "${name}"`, fix);
        }
        if (this.#open.includes(name))
            return this.#refuse(own, `the condition "${name}" depends on itself`, 'break the circle.');
        this.#open.push(name);
        const truth = this.test(conditions[name], own);
        this.#open.pop();
        const named = truth instanceof OpenValue ? new OpenValue(name, truth.names) : truth;
        this.#conditions.set(name, named);
        return named;
    }
    #inside(value, path) {
        if (Array.isArray(value)) {
            return value
                .map((item, index) => this.evaluate(item, [...path, index]))
                .filter((item) => item !== undefined);
        }
        const entries = Object.entries(value);
        const name = functionOf(value, functions);
        if (name !== undefined)
            return this.#call(functions[name], { name, argument: entries[0][1], path: [...path, name] });
        const [first] = entries;
        if (entries.length === 1 && first[0].startsWith('Fn::')) {
            return this.#refuse([...path, first[0]], `${first[0]} is no function of a property`, didYouMean(first[0], Object.keys(functions), 'see the intrinsic functions of CloudFormation.'));
        }
        const read = entries.map(([key, inner]) => [key, this.evaluate(inner, [...path, key])]);
        return Object.fromEntries(read.filter(([, inner]) => inner !== undefined));
    }
    #call(meaning, { name, argument, path }) {
        const call = {
            name,
            argument,
            template: this.template,
            evaluate: (value, ...keys) => this.evaluate(value, [...path, ...keys]),
            test: (value, ...keys) => this.test(value, [...path, ...keys]),
            condition: (condition) => this.condition(condition, path),
            spend: (value) => this.#spend(sizeOf(value), path),
            refuse: (what, fix) => this.#refuse(path, what, fix),
            stranger: (stranger) => {
                const what = `"${stranger}" is neither a parameter nor a resource of the template`;
                const { parameters, resources } = this.template;
                const fix = didYouMean(stranger, [...Object.keys(parameters), ...Object.keys(resources)], 'declare it.');
                if (!this.strangers.some((known) => known.what === what))
                    this.strangers.push({ path, what, fix });
            },
        };
        const answer = meaning(call);
        this.#spend(sizeOf(answer), path);
        return answer;
    }
    #refuse(path, what, fix) {
        this.misuses.push({ path, what, fix });
        return new OpenValue('?', []);
    }
    #deeper(path, work) {
        this.#depth++;
        if (this.#depth > DEPTH_LIMIT) {
            this.#depth = 0;
            throw new TooMuch(path, `is nested more than ${DEPTH_LIMIT} levels deep, or refers to itself`);
        }
        const answer = work();
        this.#depth--;
        return answer;
    }
    #spend(amount, path) {
        this.#work += amount;
        if (this.#work > WORK_LIMIT)
            throw new TooMuch(path, `comes to more than ${WORK_LIMIT} values`);
    }
}
/** Thrown when a template asks for more work than is done for one. */
export class TooMuch extends Error {
    path;
    constructor(path, what) {
        super(what);
        this.path = path;
    }
}
const functions = { ...references, ...texts, ...lists, ...choices };
/** Whether a map of a template stands for one value: a use of a function. */
export function isFunctionUse(value) {
    if (!isRecord(value))
        return false;
    const keys = Object.keys(value);
    return keys.length === 1 && (keys[0] === 'Ref' || keys[0].startsWith('Fn::'));
}
function functionOf(value, known) {
    if (!isRecord(value))
        return undefined;
    const keys = Object.keys(value);
    return keys.length === 1 && Object.hasOwn(known, keys[0]) ? keys[0] : undefined;
}
/** `{{resolve:ssm:name}}`: looked up when the stack is deployed. */
function dynamic(text) {
    return text.includes('{{resolve:') ? new OpenValue(text, []) : text;
}
/** How much a value adds to the work: text by its length, so that a long one cannot hide. */
function sizeOf(value) {
    if (isList(value))
        return value.length;
    return 1 + plainTextLength(value) / 100;
}
function plainTextLength(value) {
    if (value instanceof OpenValue)
        return value.text.length;
    return typeof value === 'string' ? value.length : 0;
}
function scalar(value) {
    return typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
