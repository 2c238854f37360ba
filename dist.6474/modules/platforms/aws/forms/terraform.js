import { locate } from '../../../base/locate.js';
import { groupDescriptions, groupEffects } from '../read/groupFields.js';
import { isRecord, referenceText, textOf } from '../read/resource.js';
import { resourceSchemas } from '../read/schemas.js';
import { inFields } from './numericText.js';
import { apiValue } from './terraformNames.js';
import { plannedReferences } from './terraformReferences.js';
/**
 * What `terraform show -json` prints, of a plan or of a state, with its modules.
 *
 * Attributes are the API's fields in snake case; blocks are lists; null, empty text and empty lists mean not set. In a plan
 * an alarm's actions are not known yet: which policy they name is read from the configuration part of the same document.
 * Source: Terraform, "JSON Output Format" 1.x; AWS provider 5.x and 6.x.
 */
export const terraformForm = {
    recognises(document) {
        return found(document).some(({ kind }) => kind === 'policy' || kind === 'application-policy');
    },
    list(source) {
        const references = plannedReferences(source.value);
        const pairs = found(source.value).map((item) => toResource(item, source, references));
        return {
            resources: pairs.map(({ resource }) => resource),
            problems: [],
            warnings: pairs.flatMap(({ warnings }) => warnings),
        };
    },
};
const kinds = {
    aws_autoscaling_policy: 'policy',
    aws_autoscaling_group: 'group',
    aws_appautoscaling_policy: 'application-policy',
    aws_appautoscaling_target: 'scalable-target',
    aws_cloudwatch_metric_alarm: 'alarm',
};
/** Modules may nest; deeper ones are not looked into. */
const MODULE_DEPTH_LIMIT = 20;
function found(document) {
    return terraformResources(document).flatMap(({ type, ...one }) => Object.hasOwn(kinds, type) ? [{ ...one, kind: kinds[type] }] : []);
}
/** Every managed resource of a plan or state, those of its modules, too. */
export function terraformResources(document) {
    if (!isRecord(document) || typeof document.format_version !== 'string')
        return [];
    // A plan holds the state before it as well: what will be is what counts.
    const key = isRecord(document.planned_values) ? 'planned_values' : 'values';
    const values = document[key];
    return isRecord(values) ? inModule(values.root_module, [key, 'root_module']) : [];
}
function inModule(module, path) {
    if (!isRecord(module) || path.length > 2 * MODULE_DEPTH_LIMIT)
        return [];
    const own = Array.isArray(module.resources) ? module.resources : [];
    const children = Array.isArray(module.child_modules) ? module.child_modules : [];
    return [
        ...own.flatMap((resource, index) => {
            if (!isRecord(resource) || resource.mode === 'data' || !isRecord(resource.values))
                return [];
            const place = [...path, 'resources', index, 'values'];
            const { type, address, values } = resource;
            return [{ type: textOf(type), address: textOf(address), values, path: place }];
        }),
        ...children.flatMap((child, index) => inModule(child, [...path, 'child_modules', index])),
    ];
}
function toResource({ kind, address, values, path }, source, references) {
    const { value, paths } = apiValue(kind, values);
    const planned = Object.fromEntries(references.fieldsOf(kind, address));
    const place = (inner, isKey) => locate(source, [...path, ...sourcePath(inner, paths)], isKey);
    const complete = inFields({ ...planned, ...value }, { owner: address, place });
    const known = new Set(Object.keys(resourceSchemas[kind].shape));
    const unread = Object.keys(complete).filter((key) => !known.has(key) && !hasOwnWarning(kind, key));
    const warnings = unread.map((key) => {
        return {
            code: 'not-simulated',
            where: place([key], true),
            what: `${address}: \`${String(sourcePath([key], paths)[0])}\` is not read`,
            why: 'This version does not know the attribute, so its effect is missing here.',
            fix: 'nothing, if it does not change how many instances there are.',
        };
    });
    const read = Object.fromEntries(Object.entries(complete).filter(([key]) => !unread.includes(key)));
    const reference = referenceText(references.baseAddress(address));
    return { resource: { kind, reference, title: address, value: read, place }, warnings };
}
/** Fields of groups are sorted and spoken of where the model is built, for all forms alike. */
function hasOwnWarning(kind, key) {
    return kind === 'group' && (groupDescriptions.includes(key) || Object.hasOwn(groupEffects, key));
}
/** The longest beginning of a path that has a place of its own in the file, and the rest. */
function sourcePath(path, paths) {
    for (let length = path.length; length > 0; length--) {
        const place = paths.get(path.slice(0, length).map(String).join('.'));
        if (place !== undefined)
            return place;
    }
    return [];
}
