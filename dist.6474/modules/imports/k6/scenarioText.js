import { Document, isMap, isScalar, visit } from 'yaml';
import { visibleLine } from '../../base/visible.js';
import { yamlText } from '../../base/yamlText.js';
/** Characters of a line; maps that fit stand on one. */
const WIDTH = 110;
/** A scenario as YAML that people like to edit: short maps on one line, a blank line between parts, comments. */
export function scenarioText(input, { top, byKey }) {
    const document = new Document(input, { aliasDuplicateObjects: false });
    visit(document, {
        Map: (_key, node, ancestors) => {
            // The parts and what is named in them stay in blocks; settings deeper down go on one line where they fit.
            if (ancestors.length > 4 && JSON.stringify(node.toJSON()).length < WIDTH - 10)
                node.flow = true;
        },
        Seq: (_key, node) => {
            if (JSON.stringify(node.toJSON()).length < WIDTH - 30 && !node.items.some(isMap))
                node.flow = true;
        },
    });
    document.commentBefore = top.map(asComment).join('\n');
    if (!isMap(document.contents))
        return yamlText(document);
    for (const { key } of document.contents.items) {
        if (!isScalar(key))
            continue;
        const name = String(key.value);
        const scalar = key;
        scalar.spaceBefore = ['traffic', 'requests', 'services', 'assumptions', 'thresholds'].includes(name);
        if (byKey[name] !== undefined)
            scalar.commentBefore = byKey[name].map(asComment).join('\n');
    }
    return yamlText(document, { lineWidth: WIDTH });
}
/** A text that came from a script stays on its line, whatever is in it. */
function asComment(line) {
    return ` ${visibleLine(line)}`;
}
