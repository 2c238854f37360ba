import { Document, visit } from 'yaml';
import { escapedYaml, visibleText } from './visible.js';
/** A value, or a document with comments that are visible already, as YAML that a terminal may show: it reads back as the same data. */
export function yamlText(value, options = {}) {
    const document = value instanceof Document ? value : new Document(value);
    visit(document, {
        Scalar: (_key, node) => {
            // Only double quotes have escapes. YAML may break a text at any blank, and `::` must not begin a line.
            if (typeof node.value === 'string' && (visibleText(node.value) !== node.value || /(^|\s)::/.test(node.value)))
                node.type = 'QUOTE_DOUBLE';
        },
    });
    return escapedYaml(document.toString(options));
}
