import { locate } from '../../base/locate.js';
import { ProblemError, sortProblems } from '../../base/problem.js';
import { fieldAt } from '../fieldAt.js';
import { apiServerReasons, schemaProblems } from '../schemaProblems.js';
/**
 * Annotations in which older versions of the API keep what they have no fields for.
 *
 * `metrics` of autoscaling/v1, in the shape of v2beta1, and `behavior` of v1 and v2beta1, with the names of Go's fields
 * (`ScaleDown`). An annotation that is no JSON of that shape is ignored without notice, names are read in any case, and
 * unknown ones are passed over, as Go does. Versions that have the fields drop the annotations, and so do all with
 * `current-metrics` and `conditions`, which are status.
 *
 * Source: kubernetes/kubernetes pkg/apis/autoscaling/annotations.go, helpers.go and v1, v2beta1, v2/conversion.go.
 */
const prefix = 'autoscaling.alpha.kubernetes.io/';
const keyOf = (name) => `${prefix}${name}`;
/** Where an annotation stands. */
export function annotationPath(name) {
    return ['metadata', 'annotations', keyOf(name)];
}
/**
 * Reads one annotation.
 *
 * @throws ProblemError when it can be read and the API server refuses what it says
 */
export function readAnnotation(name, schema, source) {
    const text = fieldAt(source.value, annotationPath(name));
    if (text === undefined || text === null)
        return { value: undefined, lints: [] };
    const value = parseJson(text);
    const parsed = value === undefined ? undefined : schema.safeParse(value);
    const issues = parsed?.error?.issues ?? [];
    const isIllFormed = issues.some(({ code, path }) => code === 'invalid_type' && (fieldAt(value, path) ?? undefined) !== undefined);
    if (parsed === undefined || isIllFormed)
        return { value: undefined, lints: [ignored(name, source)] };
    const unknown = issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : []));
    if (unknown.length > 0) {
        removeUnknown(value, issues);
        const read = readValue(name, schema, value, source);
        return { value: read, lints: [unknownNames(name, unknown, source)] };
    }
    return { value: readValue(name, schema, value, source), lints: [] };
}
function readValue(name, schema, value, source) {
    const parsed = schema.safeParse(value);
    if (parsed.success)
        return parsed.data;
    const place = (path) => {
        return locate(source, [...annotationPath(name), ...path], true);
    };
    const subject = { value, schema, reasons: apiServerReasons, place };
    throw new ProblemError(sortProblems(schemaProblems(parsed.error.issues, subject)));
}
function removeUnknown(value, issues) {
    for (const issue of issues) {
        if (issue.code !== 'unrecognized_keys')
            continue;
        const holder = fieldAt(value, issue.path);
        if (typeof holder === 'object' && holder !== null)
            for (const key of issue.keys)
                Reflect.deleteProperty(holder, key);
    }
}
/** JSON with the names as the API has them; undefined when it is none. */
function parseJson(text) {
    if (typeof text !== 'string')
        return undefined;
    try {
        return withNamesOfApi(JSON.parse(text));
    }
    catch {
        return undefined;
    }
}
const names = [
    ...['scaleUp', 'scaleDown', 'stabilizationWindowSeconds', 'selectPolicy', 'policies', 'tolerance', 'value'],
    ...['periodSeconds', 'type', 'resource', 'containerResource', 'pods', 'object', 'external', 'name', 'container'],
    ...['targetAverageUtilization', 'targetAverageValue', 'targetValue', 'averageValue', 'metricName', 'target'],
    ...['selector', 'metricSelector', 'kind', 'apiVersion'],
];
const nameByLower = new Map(names.map((name) => [name.toLowerCase(), name]));
function withNamesOfApi(value) {
    if (Array.isArray(value))
        return value.map(withNamesOfApi);
    if (typeof value !== 'object' || value === null)
        return value;
    const entries = Object.entries(value).filter(([, inner]) => inner !== null);
    return Object.fromEntries(entries.map(([key, inner]) => [nameByLower.get(key.toLowerCase()) ?? key, withNamesOfApi(inner)]));
}
function ignored(name, source) {
    const then = name === 'metrics' ? 'It goes by the CPU alone.' : 'It grows and shrinks as one without `behavior` does.';
    return {
        level: 'error',
        code: 'annotation-ignored',
        where: locate(source, annotationPath(name), true),
        what: `the API server ignores ${keyOf(name)} without notice`,
        why: `It is no JSON of that shape. ${then}`,
        fix: `write the manifest as autoscaling/v2, which has the field ${name}.`,
    };
}
function unknownNames(name, unknown, source) {
    return {
        level: 'warning',
        code: 'annotation-unknown-name',
        where: locate(source, annotationPath(name), true),
        what: `${keyOf(name)} has names that the API server passes over: ${unknown.join(', ')}`,
        why: 'In an annotation it refuses no unknown name.',
        fix: `write the manifest as autoscaling/v2, which has the field ${name}.`,
    };
}
/** A lint for each of these annotations that is there; the version of the manifest drops them. */
export function droppedAnnotations(dropped, source) {
    const version = String(fieldAt(source.value, ['apiVersion']));
    return dropped.flatMap((name) => {
        if ((fieldAt(source.value, annotationPath(name)) ?? undefined) === undefined)
            return [];
        return [
            {
                level: 'warning',
                code: 'annotation-without-effect',
                where: locate(source, annotationPath(name), true),
                what: `the annotation ${keyOf(name)} has no effect`,
                why: `The API server drops it from a manifest of ${version}, which has ${name} as a field.`,
                fix: `move it to spec.${name}, or remove it.`,
            },
        ];
    });
}
