import { mapSchemas } from './mapSchemas.js';
/** A schema without lists of types, which strict validators refuse: a choice between schemas of one type each. */
export function oneTypeEach(schema) {
    return mapSchemas(schema, ({ type, ...rest }) => {
        if (!Array.isArray(type))
            return type === undefined ? rest : { type, ...rest };
        return { anyOf: type.map((one) => ({ type: one })), ...rest };
    });
}
