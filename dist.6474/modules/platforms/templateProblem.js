/**
 * The languages, in the order they are tried: Helm's functions tell its templates from other ones in double braces.
 *
 * `{{resolve:` is a dynamic reference of CloudFormation, which its own engine fills in at deployment.
 */
const languages = [
    {
        code: 'helm-template',
        mark: /\{\{-?\s*[^}\n]*(?:\.(?:Values|Release|Chart|Capabilities|Files)\b|\b(?:include|define|template|toYaml|tpl)\b)/,
        what: 'is a Helm template, not a finished manifest',
        fix: (file) => `render it and explain the output: helm template ${chartOf(file)} | dryscale explain -`,
    },
    {
        code: 'template',
        mark: /\{\{(?!resolve:)|\{%-?\s*(?:if|for|set|block|include|extends|endif|endfor)\b/,
        what: 'is a template, not a finished manifest',
        fix: () => 'render it with the tool that it is written for, and explain the output: ... | dryscale explain -',
    },
    {
        code: 'unset-variable',
        mark: /(?<=^[^#\n]*[:\s]"?)\$\{?[A-Z_][A-Z0-9_]*\}?(?="?\s*$)/im,
        unless: /\bAWS::/,
        what: 'has variables that are not filled in',
        fix: (file) => `fill them in and explain the output: envsubst < ${file} | dryscale explain -`,
    },
];
/**
 * What to say of a template instead of the problems that follow from it; undefined for a file that is none.
 *
 * Problems of syntax may stand anywhere after a mark; of others one must stand on a line that has one, for a query or a
 * label may hold double braces by right.
 */
export function templateProblem({ text, file }, problems) {
    if (problems.length === 0)
        return undefined;
    const lines = text.split('\n');
    const isBroken = problems.every(({ code }) => syntaxCodes.has(code));
    for (const { code, mark, unless, what, fix } of languages) {
        if (unless?.test(text))
            continue;
        const marked = isBroken
            ? mark.test(text)
            : problems.some(({ where }) => where.line !== undefined && mark.test(lines[where.line - 1] ?? ''));
        if (!marked)
            continue;
        const index = lines.findIndex((line) => mark.test(line));
        const column = 1 + Math.max(0, mark.exec(lines[index])?.index ?? 0);
        const why = 'What it will be follows from values that are not in the file.';
        return [{ code, where: { file, line: index + 1, column }, what, why, fix: fix(file) }];
    }
    return undefined;
}
/** What the parser says of a text that is no YAML: `base/document.ts`. */
const syntaxCodes = new Set(['bad-yaml', 'tab-indent', 'duplicate-key', 'bad-key', 'unknown-tag']);
/** The chart that a template lies in: Helm keeps them in its folder `templates`. */
function chartOf(file) {
    const [, chart] = /^(?:(.*?)[\\/])?templates[\\/]/.exec(file) ?? [];
    return file.includes('templates') ? (chart ?? '.') : 'CHART';
}
