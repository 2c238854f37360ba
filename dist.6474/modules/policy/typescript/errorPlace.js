import { SourceMap } from 'node:module';
import { basename } from 'node:path';
const mapComment = /\n\/\/# sourceMappingURL=data:application\/json;base64,([A-Za-z0-9+/=]+)\s*$/;
/** Splits a bundle into code and map: Node must not map the positions a second time. */
export function readMappedCode(bundle) {
    const match = mapComment.exec(bundle);
    let map;
    // Read when something was thrown: a run without errors needs no map.
    const readMap = (text) => new SourceMap(JSON.parse(Buffer.from(text, 'base64').toString('utf8')));
    return {
        code: match === null ? bundle : bundle.slice(0, match.index),
        place(stack, frameName) {
            const position = framePosition(stack, frameName);
            if (position === undefined)
                return undefined;
            if (match !== null)
                map ??= readMap(match[1]);
            const entry = map?.findEntry(position.line - 1, position.column - 1);
            if (entry !== undefined && 'originalLine' in entry)
                return `${basename(entry.originalSource)}:${entry.originalLine + 1}`;
            return undefined;
        },
    };
}
function framePosition(stack, frameName) {
    if (typeof stack !== 'string')
        return undefined;
    // A policy may write its own.
    for (const line of stack.slice(0, 20_000).split('\n')) {
        const at = line.indexOf(`${frameName}:`);
        const numbers = at === -1 ? null : /^(\d+):(\d+)/.exec(line.slice(at + frameName.length + 1));
        if (numbers !== null)
            return { line: Number(numbers[1]), column: Number(numbers[2]) };
    }
    return undefined;
}
