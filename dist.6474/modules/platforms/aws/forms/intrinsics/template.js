import { OpenValue } from '../../openValue.js';
import { isRecord } from '../../read/resource.js';
/** Ref to it is as if nothing stood there. */
export const NO_VALUE = 'AWS::NoValue';
/** The key under which a value that the user gives stands beside a parameter's Default; no template has it. */
export const GIVEN_KEY = 'Value';
export function templateOf(document) {
    const section = (name) => {
        const found = isRecord(document) ? document[name] : undefined;
        return isRecord(found) ? found : {};
    };
    return {
        parameters: section('Parameters'),
        mappings: section('Mappings'),
        conditions: section('Conditions'),
        resources: section('Resources'),
    };
}
/**
 * What a parameter is worth: what the user gives, else its Default.
 *
 * The Default of a parameter whose type is AWS::SSM::Parameter::Value<...> names an entry of the Parameter Store, so its
 * value is open. Source: AWS CloudFormation User Guide, "Parameters". @returns undefined for what is no parameter
 */
export function parameterOf({ parameters }, name) {
    const declared = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    if (!isRecord(declared))
        return undefined;
    const type = typeof declared.Type === 'string' ? declared.Type : 'String';
    const given = declared[GIVEN_KEY];
    const isStored = type.startsWith('AWS::SSM::Parameter::Value');
    const value = given ?? (isStored ? undefined : declared.Default);
    if (value === undefined || value === null || typeof value === 'object') {
        return { value: new OpenValue(`\${${name}}`, [name]) };
    }
    return { value: typed(value, type) };
}
function typed(value, type) {
    if (type === 'CommaDelimitedList' || type.includes('List<')) {
        const items = String(value)
            .split(',')
            .map((item) => item.trim());
        return type === 'List<Number>' ? items.map(numberOr) : items;
    }
    return type === 'Number' ? numberOr(String(value)) : String(value);
}
function numberOr(text) {
    return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
}
