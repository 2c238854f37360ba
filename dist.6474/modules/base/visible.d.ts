/** Text of several lines for where tabs do no harm: HTML. */
export declare function visibleText(text: string): string;
/** A name, a reason or the like for a terminal, which must stay on its line; a tab would shift columns. */
export declare function visibleLine(text: string): string;
/** The lines of a message that is not ours, such as what a policy threw: what follows the first is marked as quoted. */
export declare function quotedLines(text: string): string[];
/**
 * Lines that go to a terminal or a log, made of text that is visible already: what a writer forgot is caught here, and a line of
 * text that was broken anew obeys nobody.
 *
 * @param hasColors whether the lines have colours of ours (SGR)
 */
export declare function screenText(text: string, hasColors?: boolean): string;
/** JSON, or the text of a JavaScript literal, with escapes for what a terminal must not get; the same data. */
export declare function escapedJson(json: string): string;
/** A value as JSON that a terminal may show; the same data. */
export declare function visibleJson(value: unknown, indent?: number): string;
/** YAML in which all that is unsafe stands in double quotes, with their escapes; the same data. */
export declare function escapedYaml(yaml: string): string;
