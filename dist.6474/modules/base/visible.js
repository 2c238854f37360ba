/**
 * What must not leave the program as it came, in text of files, policies and command lines: it is shown as `\xNN`, `\uNNNN` or
 * `\u{NNNNN}`. Every kind of output (a terminal, an annotation, XML, HTML, Markdown, JSON, YAML, a script) begins with it.
 *
 * - Control characters (C0, DEL, C1) and separators of lines could move the cursor, change colours, or begin a line.
 * - Characters of format (Unicode's Cf: bidi marks, zero width, BOM, tags) and fillers show nothing or reorder the rest, so that
 *   a name looks like another one. Lone surrogates and U+FFFE, U+FFFF are no characters.
 * - `##[`, `##vso[` and `##teamcity[` are commands to the runners of GitHub, Azure and TeamCity, wherever they stand in a line.
 *
 * Sources: Unicode 15.1, chapter 23 (special areas and format characters); actions/runner, src/Runner.Common/ActionCommand.cs at
 * 079cdb1 and microsoft/azure-pipelines-agent, Command.cs at 095e99b: both look for their prefix in the whole line; TeamCity's
 * page "Service Messages".
 */
const unsafe = 
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the point.
/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufffe\uffff]|\u034f|[\u{e0100}-\u{e01ef}]|#(?=#(?:\[|vso\[|teamcity\[))/gu;
function code(character) {
    const hex = (character.codePointAt(0) ?? 0).toString(16);
    if (hex.length <= 2)
        return `\\x${hex.padStart(2, '0')}`;
    return hex.length > 4 ? `\\u{${hex}}` : `\\u${hex.padStart(4, '0')}`;
}
/** Text of several lines for where tabs do no harm: HTML. */
export function visibleText(text) {
    return text.replace(unsafe, code);
}
/** A name, a reason or the like for a terminal, which must stay on its line; a tab would shift columns. */
export function visibleLine(text) {
    return visibleText(text).replaceAll('\t', '\\x09').replaceAll('\n', '\\n');
}
/** The lines of a message that is not ours, such as what a policy threw: what follows the first is marked as quoted. */
export function quotedLines(text) {
    return text.split('\n').map((line, index) => (index === 0 ? line : `    | ${line}`));
}
/** A line on which GitHub's runner would find a command: `::` is its first word (ActionCommand.cs trims the line). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with one.
const commandStart = /^((?:[^\S\n]|\u001b\[\d*m)*):(?=:)/gm;
// biome-ignore lint/suspicious/noControlCharactersInRegex: it begins with one.
const color = /(\u001b\[\d*m)/;
/**
 * Lines that go to a terminal or a log, made of text that is visible already: what a writer forgot is caught here, and a line of
 * text that was broken anew obeys nobody.
 *
 * @param hasColors whether the lines have colours of ours (SGR)
 */
export function screenText(text, hasColors = false) {
    const parts = hasColors ? text.split(color) : [text];
    const shown = parts.map((part, index) => (index % 2 === 1 ? part : visibleText(part))).join('');
    return shown.replace(commandStart, '$1\\x3a');
}
/** The escapes of JSON, which are JavaScript's too: one for each UTF-16 code unit. */
function jsonCode(characters) {
    let codes = '';
    for (let at = 0; at < characters.length; at++)
        codes += `\\u${characters.charCodeAt(at).toString(16).padStart(4, '0')}`;
    return codes;
}
/** JSON, or the text of a JavaScript literal, with escapes for what a terminal must not get; the same data. */
export function escapedJson(json) {
    return json.replace(unsafe, jsonCode);
}
/** A value as JSON that a terminal may show; the same data. */
export function visibleJson(value, indent) {
    return escapedJson(JSON.stringify(value, null, indent));
}
/** YAML in which all that is unsafe stands in double quotes, with their escapes; the same data. */
export function escapedYaml(yaml) {
    return yaml
        .replace(unsafe, (character) => `\\U${(character.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`)
        .replace(commandStart, '$1\\x3a');
}
