import { isOpen } from '../openValue.js';
import { isRecord, referenceText } from '../read/resource.js';
/** Fields of numbers, and of yes and no, that CloudFormation and Terraform also take or print as text. */
const numericFields = new Set([
    'MinSize',
    'MaxSize',
    'DesiredCapacity',
    'DefaultCooldown',
    'DefaultInstanceWarmup',
    'Cooldown',
    'EstimatedInstanceWarmup',
    'ScalingAdjustment',
    'MinAdjustmentMagnitude',
    'MinAdjustmentStep',
    'MetricIntervalLowerBound',
    'MetricIntervalUpperBound',
    'TargetValue',
    'ScaleInCooldown',
    'ScaleOutCooldown',
    'MinCapacity',
    'MaxCapacity',
    'Threshold',
    'Period',
    'EvaluationPeriods',
    'DatapointsToAlarm',
]);
const booleanFields = new Set(['DisableScaleIn', 'ActionsEnabled', 'Enabled', 'ReturnData']);
/**
 * Fields as the schema takes them: numbers where a form may write text, and open values where a number or a truth value is not known.
 *
 * An open value elsewhere is only a name, so its text stands for it; a reference to a resource becomes what that resource is found by.
 * Other text is left for the schema to refuse.
 */
export function inFields(value, owner, path = []) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, converted(key, inner, owner, [...path, key])]));
}
function converted(key, value, owner, path) {
    if (Array.isArray(value))
        return value.map((item, index) => converted('', item, owner, [...path, index]));
    if (isOpen(value)) {
        const name = String(path.findLast((part) => typeof part === 'string') ?? key);
        const field = { name, owner: owner.owner, where: owner.place(path) };
        const isWanted = (numericFields.has(key) || booleanFields.has(key)) && value.resource === undefined;
        if (isWanted)
            return value.in(field);
        owner.openTexts?.set(path.join('.'), value.in(field));
        return value.resource === undefined ? value.text : referenceText(value.resource);
    }
    if (isRecord(value))
        return inFields(value, owner, path);
    const isText = owner.isLoose === true && !numericFields.has(key) && !booleanFields.has(key);
    if (typeof value === 'number' && isText)
        return String(value);
    if (typeof value !== 'string')
        return value;
    if (numericFields.has(key) && /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i.test(value))
        return Number(value);
    return booleanFields.has(key) && /^(true|false)$/i.test(value) ? value.toLowerCase() === 'true' : value;
}
