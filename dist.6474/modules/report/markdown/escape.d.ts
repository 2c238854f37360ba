/**
 * Text without any meaning in Markdown: no emphasis, link, HTML, mention, reference, or cell of a table.
 *
 * Sources: GitHub Flavored Markdown 0.29, 6.9 (extended autolinks); GitHub's page "Autolinked references and URLs"; GitLab's page
 * "GitLab Flavored Markdown", "GitLab-specific references": they are looked for in the text of the page, where no backslash is left.
 */
export declare function plain(text: string): string;
/** A name as code: it is shown as it is, and notifies nobody. */
export declare function codeSpan(text: string): string;
/** Lines as they are, inside a fence that is longer than all backticks in them. */
export declare function fenced(lines: readonly string[], language?: 'text' | 'diff' | 'sh'): string[];
/** A name as code inside a block of HTML, where Markdown has no meaning. */
export declare function codeOf(text: string): string;
