/** A value that the document does not hold: a parameter without a default, another stack's export, a resource's name. */
export class OpenValue {
    /** How sentences name it: `${Ceiling}`, `service/core/${Name}`; what stands for a resource is its logical id. */
    text;
    /** What would close it, as `?NAME=VALUE` takes it; empty where only the field itself can be given. */
    names;
    /** The logical id of a resource of the document, when the value is nothing but a reference to it. */
    resource;
    /** The field that it stands in, once it has come to one. */
    field;
    constructor(text, names, also = {}) {
        this.text = text;
        this.names = names;
        this.resource = also.resource;
        this.field = also.field;
    }
    /** The same value, in a field. */
    in(field) {
        return new OpenValue(this.text, this.names, { field });
    }
}
export function isOpen(value) {
    return value instanceof OpenValue;
}
/** The opposite of a truth value; of one that is open the same, for only its text is used. */
export function notOf(value) {
    return isOpen(value) ? value : !value;
}
