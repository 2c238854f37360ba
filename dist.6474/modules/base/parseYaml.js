import { Composer, Lexer, LineCounter, Parser } from 'yaml';
import { longFormTags } from './documentTags.js';
import { nearest } from './nearest.js';
/** Deepest nesting of a file. */
const DEPTH_LIMIT = 64;
/** Open tokens of the parser at that depth: a collection each, the document, and the scalar within. */
const OPEN_TOKEN_LIMIT = DEPTH_LIMIT + 2;
/** Documents of one file; a cluster has a few thousand objects. */
const DOCUMENT_LIMIT = 10_000;
/**
 * Parses YAML (and so JSON), as far as it can be done in time in proportion to its length and a bounded stack.
 *
 * The parser opens and closes collections without recursion, and is asked after each token how many are open: brackets,
 * indentation, `- - -` and `? ? ?` count alike, brackets in text do not. What composes nodes of them recurses, and sees no deeper
 * file. Numbers and words are those of YAML 1.2 whatever a %YAML directive says: 1.1 would read 1:30 as 90 and `no` as false.
 * @returns the documents, or the problems that kept the text from being any
 */
export function parseYaml(text, file, tags) {
    const strange = strangeCharacter(text, file);
    if (strange !== undefined)
        return [strange];
    const lineCounter = new LineCounter();
    // A line may end with CR alone (YAML 1.2, section 5.4), which the parser does not know.
    const tokens = tokensOf(text.replace(/\r(?!\n)/g, '\n'), lineCounter);
    const where = (offset) => {
        const { line, col } = lineCounter.linePos(offset);
        return { file, line, column: col };
    };
    if ('tooDeepAt' in tokens) {
        const what = `is nested more than ${DEPTH_LIMIT} levels deep (the nesting depth limit)`;
        const words = { code: 'too-deep', what, why: 'Nobody needs that.', fix: 'flatten the file.' };
        return [{ ...words, where: where(tokens.tooDeepAt) }];
    }
    const { documents, rest } = withoutTraces(() => compose(tokens.tokens, lineCounter, tags));
    if (documents.length > DOCUMENT_LIMIT) {
        const what = `holds more than ${DOCUMENT_LIMIT} documents (\`---\`)`;
        return [{ code: 'too-many-documents', where: { file }, what, why: 'No cluster has so many.', fix: 'split it.' }];
    }
    const problems = [...documents, rest].flatMap(({ errors, warnings }) => [...errors, ...warnings].map(({ code, message, pos }) => {
        return { ...syntaxWords(code, message, tags), where: where(pos[0]) };
    }));
    return problems.length > 0 ? problems : { documents, lineCounter };
}
function tokensOf(text, lineCounter) {
    const parser = new Parser(lineCounter.addNewLine);
    lineCounter.addNewLine(0);
    const tokens = [];
    for (const lexeme of new Lexer().lex(text)) {
        for (const token of parser.next(lexeme))
            tokens.push(token);
        if (parser.stack.length > OPEN_TOKEN_LIMIT)
            return { tooDeepAt: parser.offset };
    }
    for (const token of parser.end())
        tokens.push(token);
    return { tokens };
}
function compose(tokens, lineCounter, tags) {
    const composer = new Composer({
        lineCounter,
        // It compares each key with all before it; `keyProblems` looks them up.
        uniqueKeys: false,
        merge: false,
        schema: 'core',
        prettyErrors: false,
        logLevel: 'error',
        customTags: longFormTags(tags),
    });
    const documents = [];
    for (const document of composer.compose(tokens)) {
        documents.push(document);
        if (documents.length > DOCUMENT_LIMIT)
            break;
    }
    // What is wrong behind the last document belongs to none.
    return { documents, rest: composer.streamInfo() };
}
/** A file may have as many mistakes as characters, and the stack of each takes ten times as long as the mistake. */
function withoutTraces(act) {
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    try {
        return act();
    }
    finally {
        Error.stackTraceLimit = stackTraceLimit;
    }
}
/** What YAML allows nowhere, quoted or not (section 5.1), and the parser does not look for. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the point.
const strange = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]/;
function strangeCharacter(text, file) {
    const found = strange.exec(text);
    if (found === null)
        return undefined;
    const before = text.slice(0, found.index).split(/\r\n|\r|\n/);
    const hex = found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    return {
        code: 'control-character',
        where: { file, line: before.length, column: (before.at(-1) ?? '').length + 1 },
        what: `has the control character U+${hex}`,
        why: 'YAML and JSON allow it nowhere; the file may be no text at all.',
        fix: 'remove it; in quotes, write it as an escape such as "\\u0007".',
    };
}
function syntaxWords(code, message, tags) {
    const first = message.split('\n')[0].replace(/ at line.*$/, '');
    if (code === 'TAB_AS_INDENT' || /tab/i.test(first)) {
        return {
            code: 'tab-indent',
            what: 'a tab is used for indentation',
            why: 'YAML forbids it.',
            fix: 'indent with blanks.',
        };
    }
    if (/tag/i.test(first)) {
        const close = nearest(/!\S+/.exec(first)?.[0] ?? '', Object.keys(tags));
        const fix = close === undefined ? 'remove the tag.' : `did you mean ${close}?`;
        return { code: 'unknown-tag', what: first, why: 'Tags could run code; this is plain data.', fix };
    }
    return {
        code: 'bad-yaml',
        what: first,
        why: 'The file cannot be read as YAML or JSON.',
        fix: 'fix the syntax here.',
    };
}
