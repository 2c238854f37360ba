import { locate } from '../../../base/locate.js';
import { ProblemError } from '../../../base/problem.js';
import { isOpen } from '../openValue.js';
import { groupDescriptions } from '../read/groupFields.js';
import { isRecord, referenceText } from '../read/resource.js';
import { Evaluator, isFunctionUse, TooMuch } from './intrinsics/evaluator.js';
import { GIVEN_KEY, templateOf } from './intrinsics/template.js';
import { inFields } from './numericText.js';
/**
 * CloudFormation templates, in JSON or in YAML, with functions in their long and short forms.
 *
 * Properties have the names of the APIs but for a few; numbers may be text. A resource whose Condition is false is not
 * deployed, so it is not read.
 */
export const cloudFormationForm = {
    recognises(document) {
        const { resources } = templateOf(document);
        if (loopsOf(resources).length > 0)
            return true;
        return Object.values(resources).some((resource) => {
            const kind = kindOf(resource);
            return kind === 'policy' || kind === 'application-policy';
        });
    },
    list(source) {
        const template = templateOf(source.value);
        const evaluator = new Evaluator(template);
        try {
            const declared = Object.entries(template.resources).flatMap(([id, resource]) => {
                const kind = kindOf(resource);
                return kind === undefined || !isRecord(resource) ? [] : [{ id, kind, resource }];
            });
            const all = declared.map((one) => toResource(one, { evaluator, source }));
            return {
                resources: all.filter(({ isDeployed }) => isDeployed).map(({ resource }) => resource),
                undeployed: all.filter((one) => !one.isDeployed && mattersToScaling(one, declared)),
                problems: [
                    ...loopsOf(template.resources).map((name) => loopProblem(name, source)),
                    ...evaluator.misuses.map((misuse) => problemOf(misuse, source)),
                ],
                warnings: evaluator.strangers.map((stranger) => strangerOf(stranger, source)),
            };
        }
        catch (thrown) {
            if (!(thrown instanceof TooMuch))
                throw thrown;
            throw new ProblemError([tooMuch(thrown, source)]);
        }
    },
    /** A use of a function stands for one value, which a parameter of ours may replace. */
    isExpression: isFunctionUse,
    /** Values of the template's own parameters, and of the pseudo parameters. */
    givable({ value }) {
        const { parameters } = templateOf(value);
        const names = [...new Set([...Object.keys(parameters), ...pseudoParameters])];
        return names.map((name) => ({
            name: `Parameters.${name}`,
            path: ['Parameters', name, GIVEN_KEY],
            covers: (field) => isRecord(field) && isFunctionUse(field) && field.Ref === name,
        }));
    },
};
/** Names that every template may refer to. Source: AWS CloudFormation User Guide, "Pseudo parameters reference". */
const pseudoParameters = [
    'AccountId',
    'NotificationARNs',
    'Partition',
    'Region',
    'StackId',
    'StackName',
    'URLSuffix',
].map((name) => `AWS::${name}`);
const kinds = {
    'AWS::AutoScaling::ScalingPolicy': 'policy',
    'AWS::AutoScaling::AutoScalingGroup': 'group',
    'AWS::ApplicationAutoScaling::ScalingPolicy': 'application-policy',
    'AWS::ApplicationAutoScaling::ScalableTarget': 'scalable-target',
    'AWS::CloudWatch::Alarm': 'alarm',
};
function kindOf(resource) {
    if (!isRecord(resource) || typeof resource.Type !== 'string')
        return undefined;
    return Object.hasOwn(kinds, resource.Type) ? kinds[resource.Type] : undefined;
}
/** Property of CloudFormation -> field of the API, where they differ. */
const renamed = {
    group: { Cooldown: 'DefaultCooldown' },
};
function toResource({ id, kind, resource: declared }, { evaluator, source }) {
    const names = renamed[kind] ?? {};
    const propertyOf = (field) => Object.entries(names).find(([, api]) => api === field)?.[0] ?? field;
    const place = ([field, ...inner], isKey) => {
        const path = field === undefined ? [] : [propertyOf(field) ?? field, ...inner];
        return locate(source, ['Resources', id, ...(path.length === 0 ? [] : ['Properties', ...path])], isKey);
    };
    const condition = typeof declared.Condition === 'string' ? declared.Condition : '';
    const truth = condition === '' ? true : evaluator.condition(condition, ['Resources', id, 'Condition']);
    const frame = { kind, reference: referenceText(id), title: id, place };
    if (truth === false)
        return { resource: { ...frame, value: {} }, isDeployed: false, condition };
    const properties = isRecord(declared.Properties) ? declared.Properties : {};
    const value = Object.entries(properties).flatMap(([name, inner]) => {
        // What an instance is and where it runs is not looked at, and its functions need not come to anything.
        if (kind === 'group' && groupDescriptions.includes(name))
            return [[name, inner]];
        const read = evaluator.evaluate(inner, ['Resources', id, 'Properties', name]);
        return read === undefined ? [] : [[names[name] ?? name, read]];
    });
    const openTexts = new Map();
    const resource = {
        ...frame,
        value: inFields(Object.fromEntries(value), { owner: id, place, openTexts, isLoose: true }),
        openTexts,
        ...(isOpen(truth)
            ? { deployedIf: truth.in({ name: condition, owner: id, where: locate(source, ['Resources', id, 'Condition']) }) }
            : {}),
    };
    return { resource, isDeployed: true, condition };
}
/** Alarms of a template are mostly for people; only those that name a policy of it scale something. */
function mattersToScaling({ resource }, declared) {
    if (resource.kind !== 'alarm')
        return true;
    const own = declared.find(({ id }) => id === resource.title)?.resource;
    const actions = JSON.stringify(isRecord(own?.Properties) ? own.Properties.AlarmActions : '') ?? '';
    return declared.some(({ id, kind }) => (kind === 'policy' || kind === 'application-policy') && actions.includes(id));
}
/** Loops of the transform AWS::LanguageExtensions that make something which scales. */
function loopsOf(resources) {
    return Object.keys(resources).filter((name) => name.startsWith('Fn::ForEach::') &&
        /::(ScalingPolicy|ScalableTarget)"/.test(JSON.stringify(resources[name]) ?? ''));
}
function loopProblem(name, source) {
    return {
        code: 'template-loop',
        where: locate(source, ['Resources', name], true),
        what: `${name} is a loop that makes scaling policies or targets`,
        why: 'Loops are not carried out here, so what this one makes would be missing without notice.',
        fix: 'explain the template as CloudFormation has it afterwards: aws cloudformation get-template --template-stage Processed.',
    };
}
function problemOf({ path, what, fix }, source) {
    const why = 'CloudFormation refuses the template.';
    return { code: 'bad-function', where: locate(source, path), what, why, fix };
}
function strangerOf({ path, what, fix }, source) {
    const why = 'CloudFormation refuses such a template; a part of one may be explained all the same.';
    return { code: 'unknown-reference', where: locate(source, path), what, why, fix };
}
function tooMuch({ path, message }, source) {
    const why = 'A template is read only as far as one that CloudFormation takes could go.';
    return { code: 'template-too-large', where: locate(source, path), what: message, why, fix: 'write the values out.' };
}
/**
 * The short tags of CloudFormation's YAML, each with the function that it stands for.
 *
 * Source: CloudFormation Template Reference, "Intrinsic function reference" and "Rule-specific intrinsic functions"
 * (API 2010-05-15), each function's "Syntax for the short form". The last line are functions that a template of today may
 * hold beside a scaling policy, though nothing there reads them.
 */
const functions = [
    ...['Base64', 'Cidr', 'FindInMap', 'GetAtt', 'GetAZs', 'ImportValue', 'Join', 'Select', 'Split', 'Sub', 'Transform'],
    ...['And', 'Equals', 'If', 'Not', 'Or', 'Length', 'ToJsonString', 'ForEach', 'GetStackOutput'],
    ...['Contains', 'EachMemberEquals', 'EachMemberIn', 'RefAll', 'ValueOf', 'ValueOfAll', 'Implies'],
];
/** `!Ref X` is `{ Ref: X }`, `!Sub X` is `{ Fn::Sub: X }`. */
export const shortTags = {
    '!Ref': 'Ref',
    '!Condition': 'Condition',
    ...Object.fromEntries(functions.map((name) => [`!${name}`, `Fn::${name}`])),
};
