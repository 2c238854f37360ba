/** Text made inert for HTML content and quoted attributes; control characters are shown as their code, never sent. */
export declare function escapeHtml(text: string): string;
/** JSON for a script element of type application/json: no `<` can end the element or open a comment. */
export declare function jsonForScript(value: unknown): string;
