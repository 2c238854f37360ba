import { visibleLine } from '../../base/visible.js';
/** A warning as one line: `warn access.log:1 stamps have no zone; assumed UTC`. */
export function warningLine({ where, what, assumed }) {
    const place = [where.file, where.line, where.column].filter((part) => part !== undefined).join(':');
    return visibleLine(`warn ${place === '' ? '' : `${place} `}${what}; assumed ${assumed}`);
}
